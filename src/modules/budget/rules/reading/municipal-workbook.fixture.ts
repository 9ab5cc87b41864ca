import exceljs from 'exceljs'

/**
 * An invented municipality's budget as a workbook, worded otherwise than the region's: sheets with titles and
 * unit lines, headings on two lines with merged cells, sections, indentation, bold sums without the word, parts
 * set to the right, percentages by number format, an English thousands format, a hidden sheet.
 */
export async function municipalWorkbook(): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook()
  const result = workbook.addWorksheet('Resultat')
  result.addRow(['Resultatbudget 2026 med plan 2027–2028'])
  result.addRow(['Belopp i tkr'])
  result.addRow([])
  result.addRow(['', 'Bokslut', 'Budget', 'Prognos', 'Budget', 'Plan', 'Plan'])
  result.addRow(['', 2024, 2025, 2025, 2026, 2027, 2028])
  const rows: [string, ...number[]][] = [
    ['Verksamhetens intäkter', 612_450, 598_000, 605_100, 611_300, 620_000, 631_500],
    ['Verksamhetens kostnader', -2_890_120, -2_960_400, -2_951_000, -3_041_800, -3_120_600, -3_198_900],
    ['Planenliga avskrivningar', -112_300, -118_900, -117_500, -124_600, -131_200, -136_800],
    ['Nettokostnad', -2_389_970, -2_481_300, -2_463_400, -2_555_100, -2_631_800, -2_704_200],
    ['Kommunalskatt', 1_830_400, 1_889_700, 1_881_300, 1_951_200, 2_021_500, 2_093_400],
    ['Generella statsbidrag och utjämning', 601_800, 622_500, 625_000, 634_900, 640_100, 646_800],
    ['Rörelseresultat', 42_230, 30_900, 42_900, 31_000, 29_800, 36_000],
    ['Finansiella intäkter', 18_200, 15_000, 16_100, 15_500, 15_500, 15_500],
    ['Finansiella kostnader', -21_430, -25_900, -24_000, -28_500, -31_300, -33_100],
    ['Årets resultat', 39_000, 20_000, 35_000, 18_000, 14_000, 18_400],
  ]
  for (const row of rows) result.addRow(row).eachCell((cell, at) => void (at > 1 && (cell.numFmt = '#,##0')))

  const ramar = workbook.addWorksheet('Nämndernas ramar')
  ramar.addRow(['Driftbudget per nämnd, nettokostnad, tkr'])
  ramar.addRow(['Nämnd', 'Bu 25', 'Bu 26', 'P 2027', 'P 2028', 'Förändring 25-26 %', 'Kommentar'])
  const frames: [string, number, number, number, number, number, string][] = [
    ['Kommunstyrelsen', 182_400, 187_600, 191_000, 194_500, 0.0285, 'Inklusive valet 2026'],
    ['Barn- och utbildningsnämnden', 1_204_300, 1_241_700, 1_279_800, 1_312_600, 0.0311, 'Ny skola i drift'],
    ['Socialnämnden', 846_200, 868_900, 895_300, 921_000, 0.0268, 'Volymer enligt prognos'],
    ['Tekniska nämnden', 171_800, 176_300, 180_200, 183_900, 0.0262, 'Vinterväghållning'],
    ['Kultur- och fritidsnämnden', 76_600, 80_600, 85_500, 92_200, 0.0522, 'Nytt badhus'],
  ]
  for (const row of frames) ramar.addRow(row).getCell(6).numFmt = '0.0%'
  const total = ramar.addRow(['Kommunen', 2_481_300, 2_555_100, 2_631_800, 2_704_200, 0.0297])
  total.font = { bold: true }
  total.getCell(6).numFmt = '0.0%'
  ramar.addRow([])
  ramar.addRow(['Källa: ekonomiavdelningen'])

  const taxes = workbook.addWorksheet('Skatt')
  taxes.addRow(['Skatteintäkter och generella statsbidrag (tkr)'])
  taxes.addRow(['', 'Budget 2025', 'Budget 2026', 'Plan 2027', 'Plan 2028'])
  taxes.addRow(['Preliminär kommunalskatt', 1_885_200, 1_948_100, 2_021_500, 2_093_400])
  taxes.addRow(['Slutavräkning', 4_500, 3_100, 0, 0])
  taxes.addRow(['Inkomstutjämningsbidrag', 402_300, 410_800, 414_600, 419_100])
  taxes.addRow(['Kostnadsutjämningsavgift', -31_200, -30_800, -31_000, -31_400])
  taxes.addRow(['Regleringsbidrag', 98_700, 101_400, 99_800, 98_900])
  taxes.addRow(['LSS-utjämning', 41_600, 42_300, 44_100, 45_900])
  taxes.addRow(['Kommunal fastighetsavgift', 111_100, 111_200, 112_600, 114_300])
  taxes.addRow(['Summa skatter och statsbidrag', 2_512_200, 2_586_100, 2_661_600, 2_740_200])
  taxes.addRow(['Skattesats, kr', '21,35', '21,35', '21,35', '21,35'])

  const balance = workbook.addWorksheet('Balans')
  balance.addRow(['BALANSBUDGET', '', '', ''])
  balance.addRow(['tkr', '2024', '2025', '2026'])
  balance.addRow(['', 'Bokslut', 'Prognos', 'Budget'])
  balance.addRow(['Anläggningstillgångar'])
  for (const row of [
    ['Fastigheter och anläggningar', 3_012_400, 3_140_900, 3_288_000],
    ['Finansiella tillgångar', 88_000, 88_000, 88_000],
    ['Summa anläggningstillgångar', 3_100_400, 3_228_900, 3_376_000],
  ] as const)
    balance.addRow([...row])
  balance.addRow(['Omsättningstillgångar'])
  for (const row of [
    ['Kortfristiga fordringar', 241_300, 240_000, 240_000],
    ['Kassa, bank', 160_200, 141_600, 122_300],
    ['Summa omsättningstillgångar', 401_500, 381_600, 362_300],
    ['SUMMA TILLGÅNGAR', 3_501_900, 3_610_500, 3_738_300],
  ] as const)
    balance.addRow([...row])
  balance.addRow([])
  balance.addRow(['Eget kapital', 1_402_900, 1_437_900, 1_455_900])
  balance.addRow(['därav årets resultat', 39_000, 35_000, 18_000])
  balance.addRow(['Avsatt till pensioner', 121_000, 124_600, 127_400])
  balance.addRow(['Långfristiga skulder', 1_310_000, 1_380_000, 1_480_000])
  balance.addRow(['Kortfristiga skulder', 668_000, 668_000, 675_000])
  balance.addRow(['Summa eget kapital, avsättningar och skulder', 3_501_900, 3_610_500, 3_738_300])
  balance
    .addRow(['Soliditet', 0.4, 0.398, 0.389])
    .eachCell((cell, at) => void (at > 1 && (cell.numFmt = '0.0%')))

  const units = workbook.addWorksheet('Nämnder i detalj')
  units.addRow(['Resultat per nämnd'])
  units.addRow(['tkr', 'Budget 2025', 'Budget 2026', 'Plan 2027'])
  for (const [name, income, grant] of [
    ['Kommunstyrelsen', 221_000, 187_600],
    ['Socialnämnden', 1_012_300, 868_900],
  ] as const) {
    units.addRow([name]).font = { bold: true }
    units.addRow(['Intäkter', income - 5_000, income, income + 4_000])
    const part = units.addRow(['Kommunbidrag', grant - 5_200, grant, grant + 3_400])
    part.getCell(1).alignment = { indent: 1 }
    units.addRow(['Kostnader', -(income - 5_000), -income, -(income + 4_000)])
    units.addRow(['Nettoresultat', 0, 0, 0])
  }

  const cash = workbook.addWorksheet('Finansiering')
  cash.addRow(['Finansieringsbudget'])
  cash.addRow(['tkr', 'Prognos 2025', 'Budget 2026', 'Plan 2027'])
  cash.addRow(['Den löpande verksamheten'])
  for (const row of [
    ['Årets resultat', 35_000, 18_000, 14_000],
    ['Justering för av- och nedskrivningar', 117_500, 124_600, 131_200],
    ['Medel från verksamheten före förändring av rörelsekapital', 152_500, 142_600, 145_200],
    ['Ökning/minskning kortfristiga fordringar', 1_300, 0, 0],
    ['Kassaflöde från den löpande verksamheten', 153_800, 142_600, 145_200],
  ] as const)
    cash.addRow([...row])
  cash.addRow(['Investeringsverksamheten'])
  cash.addRow(['Nettoinvesteringar', -246_000, -271_700, -280_000])
  cash.addRow(['Kassaflöde från investeringsverksamheten', -246_000, -271_700, -280_000])
  cash.addRow(['Finansieringsverksamheten'])
  cash.addRow(['Upptagna lån', 73_600, 109_800, 130_000])
  cash.addRow(['Kassaflöde från finansieringsverksamheten', 73_600, 109_800, 130_000])
  cash.addRow(['Periodens kassaflöde', -18_600, -19_300, -4_800])
  cash.addRow(['Ingående likvida medel', 160_200, 141_600, 122_300])
  cash.addRow(['Utgående likvida medel', 141_600, 122_300, 117_500])

  const hidden = workbook.addWorksheet('Arbetsblad')
  hidden.state = 'hidden'
  hidden.addRow(['inte för tryck', 1, 2, 3])
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
