/** Words of the pages of 计划. */
export interface SetUpFrameWords { title: string, files: string, pages: Readonly<Record<'setup' | 'setup/curves' | 'setup/sites' | 'setup/units' | 'setup/changes' | 'setup/rulings' | 'setup/rules', string>> }

export const zhSetUpFrame: SetUpFrameWords = { title: '计划', files: '计划文件', pages: { 'setup': '分解', 'setup/curves': '时序', 'setup/sites': '项目点', 'setup/units': '科室', 'setup/changes': '调整', 'setup/rulings': '口径裁定', 'setup/rules': '规则包' } }
export const enSetUpFrame: SetUpFrameWords = { title: 'Plan', files: 'Plan files', pages: { 'setup': 'Shares', 'setup/curves': 'Schedules', 'setup/sites': 'Sites', 'setup/units': 'Departments', 'setup/changes': 'Changes', 'setup/rulings': 'Rulings', 'setup/rules': 'Rules' } }
