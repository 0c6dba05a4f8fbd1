/** A form file as a person would write it. */

import { writeMap, type YamlMap } from './yaml-text.js'

export function writeForm(form: YamlMap, remarks: readonly string[] = []): string {
  return `${[...remarks.map((remark) => `# ${remark}`), ...writeMap(form, '')].join('\n')}\n`
}
