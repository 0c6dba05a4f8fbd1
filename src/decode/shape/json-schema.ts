/** A Shape as a JSON Schema (draft 2020-12), for editors that complete keys and mark slips. */

import { assertNever } from '../../domain/assert-never.js'
import { NO, type Shape, YES } from './shape.js'

export type JsonSchema = { readonly [key: string]: unknown }

/** The whole schema of a file whose top is `shape`. */
export function toJsonSchema(shape: Shape, title: string, description: string): JsonSchema {
  return { $schema: DIALECT, title, description, ...schemaOf(shape) }
}

/** The schema of a file whose shape goes by the value of one of its keys; a file with another value is not judged. */
export function toJsonSchemaByKey(key: string, cases: readonly Case[], title: string, description: string): JsonSchema {
  const allOf = cases.map(({ values, ifLeftOut, shape }) => ({
    if: { properties: { [key]: { enum: values } }, ...(ifLeftOut ? {} : { required: [key] }) },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: schemaOf(shape),
  }))
  return { $schema: DIALECT, title, description, type: 'object', allOf }
}

/** The shape of the files that have one of the values, or none, behind the key. */
export interface Case {
  readonly values: readonly string[]
  readonly ifLeftOut: boolean
  readonly shape: Shape
}

const DIALECT = 'https://json-schema.org/draft/2020-12/schema'

function schemaOf(shape: Shape): JsonSchema {
  switch (shape.tag) {
    case 'text': {
      // An editor reads `2018` as a number: what the file takes as a text may look like one.
      const one = { type: ['string', 'number'], ...(shape.mayBeEmpty ? {} : { minLength: 1 }) }
      return shape.manyLines ? { anyOf: [one, { type: 'array', items: one }] } : one
    }
    case 'number':
      return { type: shape.whole ? 'integer' : 'number', minimum: shape.least, maximum: shape.most }
    case 'flag':
      return { enum: [true, false, ...YES.slice(1), ...NO.slice(1)] }
    case 'choice':
      return { enum: shape.choices }
    case 'list':
      return {
        type: 'array',
        items: schemaOf(shape.of),
        minItems: shape.atLeast,
        ...(shape.atMost === undefined ? {} : { maxItems: shape.atMost }),
      }
    case 'texts': {
      const one = schemaOf(shape.of)
      return { anyOf: [one, { type: 'array', items: one }] }
    }
    case 'by-year':
      return {
        anyOf: [{ enum: shape.forAll }, { type: 'object', additionalProperties: schemaOf(shape.of) }],
      }
    case 'either':
      return {
        if: { required: [shape.key] },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        then: schemaOf(shape.having),
        else: schemaOf(shape.lacking),
      }
    case 'named':
      return { anyOf: [schemaOf(shape.name), schemaOf(shape.whole)] }
    case 'map': {
      const entries = Object.entries(shape.keys)
      const required = entries.filter(([, key]) => key.required).map(([name]) => name)
      return {
        type: 'object',
        properties: Object.fromEntries(
          entries.map(([name, key]) => [
            name,
            {
              description: key.description,
              ...schemaOf(key.shape),
              ...(key.examples === undefined ? {} : { examples: key.examples }),
            },
          ]),
        ),
        additionalProperties: false,
        ...(required.length === 0 ? {} : { required }),
      }
    }
    default:
      return assertNever(shape)
  }
}
