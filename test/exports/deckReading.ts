/** Reads a deck back from its bytes, without the library that wrote it: parts, slides with their texts, tables and charts. */
import { strFromU8, unzipSync } from 'fflate'
import type { XmlNode } from '../../src/exports/xmlTree'
import { attributeOf, below, childOf, elementsOf, parseXml } from '../../src/exports/xmlTree'

export type Parts = Readonly<Record<string, Uint8Array>>
export interface ReadChart { name: string, root: XmlNode, categories: string[], series: { name: string, values: (number | null)[] }[], workbook: Parts }
export interface ReadSlide { xml: string, texts: string[], tables: { name: string, rows: string[][] }[], charts: ReadChart[], notes: string }

export const partsOf = (bytes: Uint8Array): Parts => unzipSync(bytes)
export const textOfPart = (parts: Parts, name: string): string => strFromU8(parts[name]!)

const decoded = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')
const all = (node: XmlNode, name: string): XmlNode[] => [...below(node)].filter(one => one.name === name)
const plainText = (node: XmlNode): string => decoded(node.children.map(child => (typeof child === 'string' ? child : plainText(child))).join(''))

/** Paragraphs of a text body. */
const paragraphs = (node: XmlNode): string => all(node, 'a:p').map(one => all(one, 'a:t').map(plainText).join('')).join('\n')

/** Target of a relation: a part's full name. */
export function relationsOf(parts: Parts, part: string): { type: string, target: string }[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const rels = `${folder}_rels/${part.slice(folder.length)}.rels`
  if (parts[rels] === undefined) return []
  return elementsOf(parseXml(textOfPart(parts, rels)).root).map(relation => {
    const steps = attributeOf(relation, 'Target').startsWith('/') ? [] : folder.split('/').slice(0, -1)
    for (const step of attributeOf(relation, 'Target').replace(/^\//, '').split('/')) if (step === '..') steps.pop(); else steps.push(step)
    return { type: attributeOf(relation, 'Type').split('/').at(-1)!, target: steps.join('/') }
  })
}

function pointsOf(node: XmlNode | undefined): string[] {
  const list: string[] = []
  if (node !== undefined) for (const point of all(node, 'c:pt')) list[Number(attributeOf(point, 'idx'))] = plainText(childOf(point, 'c:v')!)
  return list
}

function chartOf(parts: Parts, name: string): ReadChart {
  const { root } = parseXml(textOfPart(parts, name))
  const sers = all(root, 'c:ser')
  const categories = pointsOf(sers[0] && childOf(sers[0], 'c:cat'))
  const series = sers.map(ser => {
    const values = pointsOf(childOf(ser, 'c:val'))
    return { name: pointsOf(childOf(ser, 'c:tx'))[0]!, values: categories.map((_, i) => (values[i] === undefined ? null : Number(values[i]))) }
  })
  return { name, root, categories, series, workbook: unzipSync(parts[relationsOf(parts, name).find(relation => relation.type === 'package')!.target]!) }
}

export function slidesOf(parts: Parts): ReadSlide[] {
  const order = relationsOf(parts, 'ppt/presentation.xml').filter(relation => relation.type === 'slide').map(relation => relation.target)
  return order.map(name => {
    const xml = textOfPart(parts, name)
    const { root } = parseXml(xml)
    const relations = relationsOf(parts, name)
    const notes = relations.find(relation => relation.type === 'notesSlide')
    return {
      xml,
      texts: all(root, 'p:sp').map(paragraphs),
      tables: all(root, 'p:graphicFrame').filter(frame => all(frame, 'a:tbl').length > 0).map(frame => ({
        name: decoded(attributeOf(all(frame, 'p:cNvPr')[0]!, 'name')),
        rows: all(frame, 'a:tr').map(row => elementsOf(row).filter(cell => cell.name === 'a:tc' && attributeOf(cell, 'hMerge') === '').map(paragraphs)),
      })),
      charts: relations.filter(relation => relation.type === 'chart').map(relation => chartOf(parts, relation.target)),
      notes: notes === undefined ? '' : all(parseXml(textOfPart(parts, notes.target)).root, 'a:t').map(plainText).join('\n'),
    }
  })
}

/** A sheet of a chart's workbook: cells by reference, numbers and shared strings. */
export function workbookCells(workbook: Parts): Map<string, string | number> {
  const strings = all(parseXml(textOfPart(workbook, 'xl/sharedStrings.xml')).root, 'si').map(plainText)
  return new Map(all(parseXml(textOfPart(workbook, 'xl/worksheets/sheet1.xml')).root, 'c').flatMap(cell => {
    const value = childOf(cell, 'v')
    if (value === undefined) return []
    return [[attributeOf(cell, 'r'), attributeOf(cell, 't') === 's' ? strings[Number(plainText(value))]! : Number(plainText(value))] as const]
  }))
}
