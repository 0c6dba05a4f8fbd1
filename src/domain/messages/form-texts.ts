/** What a {{ }} of a form's text may not say. */

import { guess } from './shorten.js'

/** What is wrong with it, and what it could say instead. */
export type FaultOfText =
  | { readonly fault: 'unreadable' | 'statement' }
  | { readonly fault: 'expression'; readonly known: readonly string[] }
  | { readonly fault: 'block'; readonly name: string; readonly usages: readonly string[] }
  | { readonly fault: 'argument'; readonly name: string; readonly usage: string }
  | { readonly fault: 'wrong-argument'; readonly name: string; readonly value: string; readonly usage: string }
  | { readonly fault: 'inner-name'; readonly name: string; readonly known: readonly string[] }
  | {
      readonly fault: 'unknown-name' | 'unknown-helper'
      readonly name: string
      readonly nearest: string | undefined
      readonly known: readonly string[]
    }

/** Goes on from 「題名」の…. */
export function tellFault(text: FaultOfText): string {
  switch (text.fault) {
    case 'unreadable':
      return '{{ }} の書き方を読めません。'
    case 'statement':
    case 'expression':
      return 'この書き方は使えません。'
    case 'block':
      return `「{{#${text.name}}}」は使えません。`
    case 'argument':
      return `「${text.name}」に渡す値が正しくありません。`
    case 'wrong-argument':
      return `「${text.name}」に「${text.value}」は渡せません。`
    case 'inner-name':
      return `「${text.name}」はプログラムの内部の名前なので使えません。`
    case 'unknown-name':
      return `「{{${text.name}}}」という名前はありません。`
    case 'unknown-helper':
      return `「${text.name}」という変換はありません。`
  }
}

export function tellFaultCure(text: FaultOfText): string {
  switch (text.fault) {
    case 'unreadable':
      return 'キーの名前を「{{」と「}}」で囲んでください。{{#if 区域}} は {{/if}} で閉じます。'
    case 'statement':
      return '使えるのは {{名前}} と {{#if 名前}} … {{/if}} です。'
    case 'block':
      return `使える書き方: ${text.usages.join('、')}`
    case 'argument':
    case 'wrong-argument':
      return `書き方: ${text.usage}`
    case 'expression':
    case 'inner-name':
      return `使える名前: ${text.known.join('、')}`
    case 'unknown-name':
      return `${guess(text.nearest)}使える名前: ${text.known.join('、')}`
    case 'unknown-helper':
      return `${guess(text.nearest)}使える変換: ${text.known.join('、')}`
  }
}
