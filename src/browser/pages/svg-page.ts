/** A drawn page as SVG: every piece at its place, in the font that measured it. */

import { svgElement } from '../dom/element.js'
import type { DrawnLine, DrawnPage, DrawnRun, DrawnShape } from './drawing.js'

export function svgPage({ number, width, height, shapes, lines }: DrawnPage): SVGSVGElement {
  const id = `page-${number}`
  return svgElement(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, class: 'paper', 'aria-hidden': 'true' },
    ...shapes.map((shape, index) => svgShape(shape, `${id}-${index}`)),
    ...lines.flatMap(svgLine),
  )
}

function svgShape(shape: DrawnShape, id: string): SVGElement {
  switch (shape.tag) {
    case 'fill':
      return svgElement('rect', { ...boxOf(shape.box), fill: shape.color })
    case 'rule': {
      const { from, to, width } = shape
      return svgElement('line', {
        ...lineOf(from, to),
        stroke: '#000000',
        'stroke-width': width,
        'stroke-linecap': 'square',
      })
    }
    case 'stripes': {
      const clip = svgElement('clipPath', { id }, svgElement('rect', boxOf(shape.box)))
      const stripes = shape.lines.map(({ from, to }) =>
        svgElement('line', { ...lineOf(from, to), stroke: shape.color, 'stroke-width': shape.width }),
      )
      return svgElement('g', { 'clip-path': `url(#${id})` }, clip, ...stripes)
    }
  }
}

function boxOf({ left, top, width, height }: { left: number; top: number; width: number; height: number }) {
  return { x: left, y: top, width, height }
}

function lineOf(from: { x: number; y: number }, to: { x: number; y: number }) {
  return { x1: from.x, y1: from.y, x2: to.x, y2: to.y }
}

/** One text a line: so it is found and copied as a line. What is narrowed stands by itself. */
function svgLine(line: DrawnLine): readonly SVGElement[] {
  const plain = line.filter(({ scale }) => scale === 1)
  const narrowed = line.filter(({ scale }) => scale !== 1)
  return [
    ...(plain.length === 0
      ? []
      : [
          svgElement(
            'text',
            {},
            ...plain.map((run) => svgElement('tspan', { x: run.x, y: run.y, ...lookOf(run) }, run.text)),
          ),
        ]),
    ...narrowed.map((run) => {
      const transform = `translate(${run.x} ${run.y}) scale(${run.scale} 1)`
      return svgElement('text', { transform, ...lookOf(run) }, run.text)
    }),
  ]
}

function lookOf({ size, family, weight, color, spacing, stroke, isUpright }: DrawnRun) {
  return {
    'font-family': familyName(family),
    'font-size': size,
    'font-weight': weight === 'bold' ? 700 : undefined,
    'letter-spacing': spacing === 0 ? undefined : spacing,
    fill: color === '#000000' ? undefined : color,
    stroke: stroke === 0 ? undefined : color,
    'stroke-width': stroke === 0 ? undefined : stroke,
    class: isUpright ? 'upright' : undefined,
  }
}

/** The page's own fonts have names that no font of the computer has. */
export function familyName(family: string): string {
  return `keikaku ${family}`
}
