/** Words of the pages of 填报. */
export interface ReportFrameWords { title: string, pages: Readonly<Record<'report' | 'collect' | 'chase' | 'review' | 'checks' | 'burden', string>>, exchange: string }

export const zhReportFrame: ReportFrameWords = { title: '填报', pages: { report: '本单位', collect: '收表', chase: '催报', review: '审核', checks: '核实', burden: '减负账' }, exchange: '汇交' }
export const enReportFrame: ReportFrameWords = { title: 'Reporting', pages: { report: 'My unit', collect: 'Returned files', chase: 'Missing', review: 'Review', checks: 'Field checks', burden: 'Burden' }, exchange: 'Exchange' }
