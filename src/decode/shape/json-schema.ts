/** A Shape as a JSON Schema (draft 2020-12), for editors that complete keys and mark slips. */

import { assertNever } from '../../domain/assert-never.js'
import { NO, type Shape, YES } from './shape.js'

export type JsonSchema = { readonly [key: string]: unknown }

/** The whole schema of a file whose top is `shape`. */
export function toJsonSchema(shape: Shape, title: string, description: string): JsonSchema {
  const writer = new SchemaWriter([shape])
  return { $schema: DIALECT, title, description, ...writer.schemaOf(shape), ...writer.definitions() }
}

/** The schema of a file whose shape goes by the value of one of its keys; a file with another value is not judged. */
export function toJsonSchemaByKey(key: string, cases: readonly Case[], title: string, description: string): JsonSchema {
  const writer = new SchemaWriter(cases.map(({ shape }) => shape))
  const allOf = cases.map(({ values, ifLeftOut, shape }) => ({
    if: { properties: { [key]: { enum: values } }, ...(ifLeftOut ? {} : { required: [key] }) },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: writer.schemaOf(shape),
  }))
  return { $schema: DIALECT, title, description, type: 'object', allOf, ...writer.definitions() }
}

/** The shape of the files that have one of the values, or none, behind the key. */
export interface Case {
  readonly values: readonly string[]
  readonly ifLeftOut: boolean
  readonly shape: Shape
}

const DIALECT = 'https://json-schema.org/draft/2020-12/schema'

/** Writes shapes as schemas; a map that stands in several places is written once, under `$defs`. */
class SchemaWriter {
  private readonly times = new Map<Shape, number>()
  private readonly names = new Map<Shape, string>()
  private readonly shared: Record<string, JsonSchema> = {}

  constructor(shapes: readonly Shape[]) {
    for (const shape of shapes) this.count(shape)
  }

  schemaOf(shape: Shape): JsonSchema {
    if ((this.times.get(shape) ?? 1) === 1) return this.whole(shape)
    const known = this.names.get(shape)
    const name = known ?? `map-${this.names.size + 1}`
    if (known === undefined) {
      this.names.set(shape, name)
      this.shared[name] = this.whole(shape)
    }
    return { $ref: `#/$defs/${name}` }
  }

  definitions(): JsonSchema {
    return this.names.size === 0 ? {} : { $defs: this.shared }
  }

  private count(shape: Shape): void {
    const times = (this.times.get(shape) ?? 0) + 1
    if (shape.tag === 'map') this.times.set(shape, times)
    if (times > 1) return
    for (const inner of partsOf(shape)) this.count(inner)
  }

  private whole(shape: Shape): JsonSchema {
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
          items: this.schemaOf(shape.of),
          minItems: shape.atLeast,
          ...(shape.atMost === undefined ? {} : { maxItems: shape.atMost }),
        }
      case 'texts': {
        const one = this.schemaOf(shape.of)
        return { anyOf: [one, { type: 'array', items: one }] }
      }
      case 'by-year':
        return { anyOf: [{ enum: shape.forAll }, { type: 'object', additionalProperties: this.schemaOf(shape.of) }] }
      case 'either':
        return {
          if: { required: [shape.key] },
          // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
          then: this.schemaOf(shape.having),
          else: this.schemaOf(shape.lacking),
        }
      case 'named':
        return { anyOf: [this.schemaOf(shape.name), this.schemaOf(shape.whole)] }
      case 'map': {
        const entries = Object.entries(shape.keys).filter(([, key]) => key.refused === undefined)
        const required = entries.filter(([, key]) => key.required).map(([name]) => name)
        return {
          type: 'object',
          properties: Object.fromEntries(
            entries.map(([name, key]) => [
              name,
              {
                description: key.description,
                ...this.schemaOf(key.shape),
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
}

/** The shapes within a shape. */
function partsOf(shape: Shape): readonly Shape[] {
  switch (shape.tag) {
    case 'list':
      return [shape.of]
    case 'either':
      return [shape.having, shape.lacking]
    case 'named':
      return [shape.name, shape.whole]
    case 'map':
      return Object.values(shape.keys).flatMap((key) => (key.refused === undefined ? [key.shape] : []))
    default:
      return []
  }
}
