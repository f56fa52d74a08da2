import { it } from 'vitest'
import { readFileSync } from 'node:fs'
import { indexPlan } from '/tmp/wt/paste/src/domain/plan'
import { clipboardBlock } from '/tmp/wt/paste/src/intake/clipboardBlock'
import { matchBlock } from '/tmp/wt/paste/src/intake/matchBlock'
import { checkBlock } from '/tmp/wt/paste/src/intake/checkBlock'
import { foldEvents } from '/tmp/wt/paste/src/domain/history'
const plan = JSON.parse(readFileSync('/tmp/wt/paste/data/plans/jinjiang-2020.json','utf8'))
const index = indexPlan(plan)
const history = foldEvents(index, [])
const all = [...index.targets.keys()]
function run(text: string, start: any = {target:'2.1-2', area:'350582001'}, html='') {
  const block = clipboardBlock(html, text)
  if (!block) return console.log('NO BLOCK', text)
  const m = matchBlock(block, { index, purpose:'report', targets: all, alsoByName: [], start })
  console.log(JSON.stringify(text), '→', m.form, m.isTurned, m.problem?.code, '\n cells', m.cells.map(c=>`${c.target}/${c.area.slice(-3)}=${c.text}${c.unit?`[${c.unit}]`:''}${c.note??''}${c.others.join('|')}`).join(' '), '\n names', JSON.stringify(m.names), '\n left', JSON.stringify(m.left))
  const lines = checkBlock(history, {at:'2020-09-15', purpose:'report', cells:m.cells}, new Map(), {today:'2020-09-15', limit:'2099'})
  console.log(' lines', lines.map(l=>`${l.key}:${l.input}:${l.state}:${l.problem?.code??''}:${l.fixes}`).join(' '))
}
it('x', () => {
  run('青阳\t12\n梅岭\t7O\n晋江市安海镇\t１，２３４\n合计\t99')
  run('序号\t镇街\t全年任务\t本次累计\t完成率\t备注\n1\t青阳街道\t109\t92\t84%\t\n2\t梅岭街道办事处\t85\t65\t76%\t核减\n\t合计\t2000\t157\t')
  run('指标\t单位\t青阳\t梅岭\t安海镇\t合计\n新建居家养老服务站\t个\t1\t2\t-\t3\n2.1-2 居家养老上门服务\t名\t95\t68\t57\t220\n救助资金支付\t万元\t1\t2\t3\t6')
  run('单位：元\n镇街\t低保特困资金\t急难救助资金支付（万元）\n青阳\t3000000\t12.5\n青羊街道\t1.2万\t3\n青阳镇\t5\t6')
  run('1\t2\n3\t4')
  run('青阳 12\n梅岭街道：13\n西园14')
  run('\t2.1-1\t2.1-2\t2.1\n350582001\t1\t2\t3')
  run('青羊街道\t5\n梅岭\t6', {target:'2.1-2', area:'350582001'})
  run('新建居家养老服务站\t5\n居家养老上门服务\t6')
  run('市殡仪馆迁建\t推进\n扫黑除恶\t完成')
  run('镇街\t推行基层协商民主\n青阳\t推进中\n梅岭\t—')
})
