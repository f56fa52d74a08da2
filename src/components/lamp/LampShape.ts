/** The drawn shape of a lamp in a 10 x 10 box. Decorative: the word stands beside it or in the label around it. */
import { h } from 'vue'
import type { FunctionalComponent, VNode } from 'vue'
import type { Shape, Tone } from '../../wording/lampLook'
import type { LampPath } from '../../wording/lampPaths'
import { lampPaths } from '../../wording/lampPaths'

const pathOf = ({ d, stroke, dash }: LampPath): Record<string, unknown> => (stroke === undefined ? { d } : { d, class: 'stroke', 'stroke-width': stroke, ...(dash !== undefined && { 'stroke-dasharray': dash }) })
const paths = new Map(Object.entries(lampPaths).map(([shape, drawing]) => [shape, pathOf(drawing)]))

/** The shape as a node, without a component around it: a board holds hundreds. */
export function shapeNode(shape: Shape, tone?: Tone, extra = ''): VNode {
  return h('svg', { class: `s${tone === undefined ? '' : ` k-${tone}`}${extra}`, viewBox: '0 0 10 10', 'aria-hidden': 'true' }, [h('path', paths.get(shape))])
}

export const LampShape: FunctionalComponent<{ shape: Shape, tone?: Tone }> = ({ shape, tone }) => shapeNode(shape, tone)
LampShape.props = ['shape', 'tone']
