/** What programs put on the clipboard, as they write it; shortened where only the amount differs. */

const excelHead = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Excel.Sheet>
<style><!--table {mso-displayed-decimal-separator:"\\.";} td {padding-top:1px;} .xl65 {border:.5pt solid windowtext;}--></style></head>`

/** Excel: title over all columns, merged head, a hidden row, a number too wide for its column, the row that keeps odd widths in line. */
export const excelHtml = `${excelHead}
<body link="#0563C1" vlink="#954F72">
<table border=0 cellpadding=0 cellspacing=0 width=360 style='border-collapse:collapse;width:270pt'><!--StartFragment-->
 <col width=72 span=4 style='width:54pt'>
 <tr height=19><td colspan=4 height=19 class=xl65 width=288>2020年9月养老服务进展情况表（单位：名）</td></tr>
 <tr height=19><td rowspan=2 class=xl65>镇&#8203;街</td><td colspan=2 class=xl65>居家养老<br>
    上门服务</td><td rowspan=2 class=xl65>“四帮四扶”帮扶家庭</td></tr>
 <tr height=19><td class=xl65>全年任务</td><td class=xl65>本次累计</td></tr>
 <tr height=19><td class=xl65>青阳街道</td><td class=xl65 align=right x:num>109</td><td class=xl65 align=right>92</td><td>3</td></tr>
 <tr height=0 style='display:none'><td>梅岭街道</td><td>85</td><td>65</td><td>2</td></tr>
 <tr height=19><td class=xl65>安海镇</td><td align=right>170</td><td align=right x:num="1136">####</td><td>5<span style='mso-spacerun:yes'>&nbsp;</span></td></tr>
 <tr height=19><td class=xl65>合<span style='mso-spacerun:yes'>&nbsp; </span>计</td><td>364</td><td>1293</td><td>10</td></tr>
 <![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=72></td><td width=72></td><td width=72></td><td width=72></td></tr><![endif]>
<!--EndFragment--></table></body></html>`

/** WPS: font tags, single quotes, townships across. */
export const wpsHtml = `<html><head><meta name="Generator" content="WPS Office ET"><style>td{mso-number-format:"General";}</style></head><body>
<table width='300' border='0' cellspacing='0' style='border-collapse:collapse;'><colgroup><col width='72' style='mso-width-source:userset;'><col width='72' span='3'></colgroup>
<tr height='19'><td class='et2' x:str>指标</td><td class='et2' x:str>单位</td><td class='et3' x:str><font class="font0">青　阳</font></td><td x:str>磁灶镇</td><td x:str>合计</td></tr>
<tr height='19'><td x:str>2.1-2 居家养老上门服务</td><td x:str>名</td><td x:num='１０６'>１０６</td><td x:num>36</td><td x:num>142</td></tr>
<tr height='19'><td x:str>低保特困资金支付</td><td x:str>元</td><td x:num>3000000</td><td x:str>12万元</td><td></td></tr>
</table></body></html>`

/** LibreOffice Calc: upper-case tags, sdval, fonts in every cell. */
export const libreHtml = `<!DOCTYPE html><HTML><HEAD><META HTTP-EQUIV="CONTENT-TYPE" CONTENT="text/html; charset=utf-8"><TITLE></TITLE><STYLE>BODY,TABLE { font-family:"Liberation Sans"; }</STYLE></HEAD>
<BODY><TABLE CELLSPACING="0" COLS="2" BORDER="0"><COLGROUP SPAN="2" WIDTH="85"></COLGROUP>
<TR><TD HEIGHT="17" ALIGN="LEFT"><FONT FACE="Noto">乡镇</FONT></TD><TD ALIGN="LEFT"><FONT>养老上门服务（累计）</FONT></TD></TR>
<TR><TD><FONT>晋江市池店镇</FONT></TD><TD ALIGN="RIGHT" SDVAL="1234" SDNUM="2052;0;#,##0"><FONT>1,234</FONT></TD></TR>
<TR><TD><FONT>350582109</FONT></TD><TD ALIGN="RIGHT" SDVAL="57" SDNUM="2052;"><FONT>57</FONT></TD></TR></TABLE></BODY></HTML>`

/** A web page: two tables, one of them for the page's looks; rowspan over groups, a merged figure, footnote marks, scripts that are never run. */
export const webHtml = `<div onclick="steal()"><table class=layout><tr><td>导航</td></tr></table><script>document.write('<table><tr><td>坏</td></tr></table>')</script>
<table><caption>进展</caption><thead><tr><th>类别<th>镇街<th>上门服务<th>备注</thead>
<tbody><tr><td rowspan=2>街道<td>青阳街道办事处<td rowspan=2>88<td><img src=x onerror=steal()>如期
<tr><td>梅岭街道<td>
<tr><td>镇<td>安海镇政府<td>66*<td>减去重复 <b>2</b> 名<table><tr><td>附</td><td>注</td></tr></table></tbody></table></div>`

/** Plain text, as it comes with every copy: quoted cells with line ends, tabs and quotes inside. */
export const quotedText = '镇街\t"居家养老\r\n上门服务"\t"备注"\r\n青阳街道\t92\t"第一行\n含""引号""\t与制表"\r\n"梅岭\n街道"\t65\t\r\n'
