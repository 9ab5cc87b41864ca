import { describe, expect, it } from 'vitest'
import { readCount, readPercent } from './read-printed.ts'
import { readResults } from './read-results.ts'

describe('a printed number', () => {
  it.each([
    ['12 345', 12_345],
    ['1\u{a0}234\u{202f}567', 1_234_567],
    ['1.234.567', 1_234_567],
    ['0', 0],
    ['', null],
    [' – ', null],
    ['..', null],
  ])('%j is %s', (text, value) => {
    expect(readCount(text)).toEqual({ printed: text.trim(), value })
  })
  it.each(['12,5', '-3', 'många', '1.23', '1e5'])('%j is none', (text) => expect(readCount(text)).toBeNull())
})

describe('a printed share', () => {
  it.each([
    ['11,6', '11.6'],
    ['11,60 %', '11.6'],
    ['0,0 %', '0'],
    ['100', '100'],
    ['-', null],
    ['%', null],
  ])('%j is %s', (text, value) => {
    expect(readPercent(text)).toEqual({ printed: text.trim(), value })
  })
  it.each(['101', '−64,0', '1,2,3', 'elva'])('%j is none', (text) => expect(readPercent(text)).toBeNull())
})

describe('a pasted result', () => {
  it('with a heading in any order, columns that say nothing, and spaces of all widths', () => {
    const { rows, faults, left } = readResults(
      'Mandat\tParti\t+/-\tRöster\tAndel (%)\tProcent\r\n' +
        '48\tAlfapartiet\t+2\t400\u{a0}000\t\t32,4 %\r\n' +
        '\tÖvriga partier\t\t1 000\t\t0,1\r\n' +
        '\tOgiltiga röster\t\t9 000\t\t\r\n' +
        '149\tSumma\t\t1 234 567\t\t100,0\r\n' +
        '\tValdeltagande\t\t\t\t82,1\r\n',
    )
    expect(faults).toEqual([])
    expect(left).toEqual(['Valdeltagande'])
    expect(
      rows.map(({ kind, name, votes, percent, seats }) => [
        kind,
        name,
        votes.value,
        percent.value,
        seats.value,
      ]),
    ).toEqual([
      ['party', 'Alfapartiet', 400_000, '32.4', 48],
      ['others', 'Övriga partier', 1000, '0.1', null],
      ['invalid', 'Ogiltiga röster', 9000, null, null],
      ['total', 'Summa', 1_234_567, '100', 149],
    ])
    expect(rows[0]!.votes.printed).toBe('400 000')
  })

  it('without a heading: party, votes, per cent, seats', () => {
    const { rows, faults } = readResults('Alfa;100;66,7;2\nBeta;50;33,3;1')
    expect(faults).toEqual([])
    expect(rows.map((row) => [row.name, row.votes.value, row.percent.value, row.seats.value])).toEqual([
      ['Alfa', 100, '66.7', 2],
      ['Beta', 50, '33.3', 1],
    ])
  })

  it.each([
    ['', 'election.nothingToRead'],
    ['Alfapartiet', 'election.oneColumn'],
    ['Parti;Röster;Röster\nAlfa;1;2', 'election.columnTwice'],
    ['Röster;Mandat\n100;2', 'election.noPartyColumn'],
    ['Parti;Färg\nAlfa;grön', 'election.noFigureColumn'],
    ['Parti;Röster\nAlfa;många', 'election.unread.votes'],
    ['Parti;Procent\nAlfa;110', 'election.unread.percent'],
    ['Parti;Mandat\nAlfa;2,5', 'election.unread.seats'],
    ['Parti;Röster\nAlfa;1\nalfa;2', 'election.nameTwice'],
    ['Parti;Röster\n;1', 'election.rowWithoutName'],
    ['Parti;Röster\nSumma;1', 'election.noParties'],
  ])('%j is answered with what is wrong', (text, key) => {
    expect(readResults(text).faults.map((fault) => fault.key)).toContain(key)
  })

  it('says where a figure stood that it could not read', () => {
    expect(readResults('Parti;Röster\nAlfa;100\nBeta;1o0').faults).toEqual([
      { key: 'election.unread.votes', params: { line: 3, printed: '1o0' } },
    ])
  })
})
