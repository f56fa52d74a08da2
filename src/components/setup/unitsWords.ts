/** Words of departments and of who leads what. */
export interface UnitsWords {
  title: (n: number) => string, lead: (assumed: number) => string, name: string, short: string, leads: string, assists: string, assumed: string, confirm: string, confirmAll: (n: number) => string, confirmed: (n: number) => string
  retire: string, restore: string, retired: string, stillLeads: (n: number) => string, add: string, newName: string, added: (name: string) => string, renamed: (name: string) => string, retiredNow: (name: string) => string, restoredNow: (name: string) => string, nameTaken: string
  tasks: (n: number) => string, task: string, led: string, assisting: string, addAssist: string, removeAssist: (name: string) => string, choose: (title: string) => string, chooseAll: string, chosen: (n: number) => string, giveTo: string, give: string, given: (n: number, name: string) => string
  paste: string, pasteHint: string, placeholder: string, pasteRead: (good: number, bad: number) => string, pasteApply: (n: number) => string, noTask: string, noUnit: string, same: string, gone: string
}

export const zhUnits: UnitsWords = {
  title: n => `科室 ${n} 个`, lead: assumed => (assumed > 0 ? `${assumed} 个是推定的名称，待你确认` : '名称都已确认'), name: '名称', short: '简称', leads: '牵头', assists: '协办', assumed: '推定', confirm: '确认', confirmAll: n => `全部确认（${n}）`, confirmed: n => (n === 1 ? '名称已确认' : `${n} 个名称已确认`),
  retire: '停用', restore: '恢复', retired: '已停用', stillLeads: n => `还牵头 ${n} 项，先改牵头`, add: '加科室', newName: '新科室名称', added: name => `已加 ${name}`, renamed: name => `已改为 ${name}`, retiredNow: name => `${name} 已停用`, restoredNow: name => `${name} 已恢复`, nameTaken: '已有这个名称',
  tasks: n => `任务 ${n} 项，谁牵头`, task: '任务', led: '牵头', assisting: '协办', addAssist: '加协办', removeAssist: name => `去掉协办 ${name}`, choose: title => `选中 ${title}`, chooseAll: '全选', chosen: n => `选中 ${n} 项`, giveTo: '牵头改为', give: '应用', given: (n, name) => `${n} 项由${name}牵头`,
  paste: '贴两列：任务、科室', pasteHint: '任务可写编号、标题或指标名', placeholder: '2.1\t养老服务科', pasteRead: (good, bad) => `对上 ${good} 行${bad > 0 ? `，对不上 ${bad} 行` : ''}`, pasteApply: n => `写入 ${n} 项`, noTask: '没有这个任务', noUnit: '没有这个科室', same: '与现在一样', gone: '已停用或不在表里',
}
export const enUnits: UnitsWords = {
  title: n => `${n} departments`, lead: assumed => (assumed > 0 ? `${assumed} names are assumed until you confirm them` : 'all names are confirmed'), name: 'Name', short: 'Short', leads: 'Leads', assists: 'Assists', assumed: 'assumed', confirm: 'Confirm', confirmAll: n => `Confirm all (${n})`, confirmed: n => (n === 1 ? 'The name is confirmed' : `${n} names are confirmed`),
  retire: 'Retire', restore: 'Restore', retired: 'retired', stillLeads: n => `still leads ${n}; give these to others first`, add: 'Add', newName: 'Name of a new department', added: name => `${name} added`, renamed: name => `Now called ${name}`, retiredNow: name => `${name} is retired`, restoredNow: name => `${name} is back`, nameTaken: 'There is one of this name',
  tasks: n => `${n} tasks and who leads them`, task: 'Task', led: 'Lead', assisting: 'Assisting', addAssist: 'Add', removeAssist: name => `Remove ${name}`, choose: title => `Choose ${title}`, chooseAll: 'All', chosen: n => `${n} chosen`, giveTo: 'Lead becomes', give: 'Apply', given: (n, name) => `${n} tasks are led by ${name}`,
  paste: 'Paste two columns: task, department', pasteHint: 'a task by its number, its title or the name of a target', placeholder: '2.1\tdepartment', pasteRead: (good, bad) => `${good} lines match${bad > 0 ? `, ${bad} do not` : ''}`, pasteApply: n => `Write ${n}`, noTask: 'no such task', noUnit: 'no such department', same: 'as it is now', gone: 'retired or not listed',
}
