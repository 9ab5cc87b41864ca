import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bodyKey, SAME_BODY, sameBody } from './bodies.ts'
import { similarLabels } from './labels.ts'
import { stem, stems } from './words.ts'

describe('stem', () => {
  test.each([
    ['skatteintäkter skatteintäkterna skatteintäkt'],
    ['verksamhet verksamheten verksamhetens verksamheter'],
    ['resultat resultatet resultaten'],
    ['nämnd nämnden nämndens nämnderna'],
    ['konto kontot konton'],
    ['övrig övriga övrigt'],
    ['generell generella generellt'],
    ['år året årets'],
    ['fordran fordringar fordringarna'],
    ['medel medlen'],
    ['kollegium kollegiet'],
    ['ränta räntor räntan'],
  ])('brings %s together', (forms) => {
    expect(new Set(stems(forms)).size).toBe(1)
  })

  test('has nothing left to take off', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,20}$/u), (word) => {
        expect(stem(stem(word))).toBe(stem(word))
      }),
    )
  })
})

describe('sameBody', () => {
  test.each([
    ['Stockholm Film AB', 'Film Stockholm AB'],
    ['Skadekontot', 'Skadekonto'],
    ['Trafiknämnden inkl FUT', 'Trafiknämnden'],
    ['Landstingshuset i Stockholm AB', 'Landstingshuset Stockholm AB'],
    ['varav färdtjänstverksamheten', 'Färdtjänstverksamhet'],
    ['varav förvaltning för utbyggd tunnelbana', 'Förvaltning för utbyggd tunnelbana'],
    [
      'Kommunalförbundet Sjukvård och omsorg i Norrtälje',
      'Kommunalförbundet sjukvård och omsorg i Norrtälje',
    ],
    ['HSN', 'Hälso- och sjukvårdsnämnden'],
    ['varav FUT', 'Förvaltning för utbyggd tunnelbana'],
    ['Barn- och utbildningsnämnden', 'Barn och utbildningsnämnd'],
    ['KOMMUNSTYRELSEN', 'Kommunstyrelsen'],
    ['S:t Eriks Ögonsjukhus AB', 'St Eriks Ögonsjukhus'],
  ])('%s is %s', (a, b) => {
    expect(sameBody(a, b)).toBeGreaterThanOrEqual(SAME_BODY)
    expect(sameBody(b, a)).toBe(sameBody(a, b))
  })

  test.each([
    ['Revisorskollegiet', 'Regionstyrelsen'],
    ['Revisorskollegiet', 'Revisorskontoret'],
    ['Hälso- och sjukvårdsnämnden', 'Primärvårdsnämnden'],
    ['Södersjukhuset AB', 'Södertälje Sjukhus AB'],
    ['Danderyds Sjukhus AB', 'Södertälje Sjukhus AB'],
    ['Trafiknämnden', 'Patientnämnden'],
    ['Trafiknämnden', 'Trafikförvaltningen'],
    ['Kulturnämnden', 'Klimat- och regionutvecklingsnämnden'],
    ['Fastighets- och servicenämnden', 'varav serviceförvaltningen'],
    ['Koncernfinansiering', 'Koncernjusteringar'],
    ['Locum AB', ''],
    ['AB SL Finans', 'SL Nya Tunnelbanan AB'],
    ['Äldrenämnden', 'Arbetsmarknadsnämnden'],
  ])('%s is not %s', (a, b) => {
    expect(sameBody(a, b)).toBeLessThan(SAME_BODY)
  })

  test('a name of company words only keeps a key of its own', () => {
    expect(bodyKey('AB')).not.toBe('')
    expect(bodyKey('Summa')).not.toBe('')
  })
})

describe('similarLabels', () => {
  test.each([
    ['Ökat stöd till Skärgårdsstiftelen', 'Ökat stöd till Skärgårdsstiftelsen', 0.95],
    ['Personalsatsningar inom 24/7 verksamhet,', 'Personalsatsningar inom 24/7-verksamheter.', 0.99],
    ['Dubbelt natt-OB för undersköterskor', 'OB undersköterskor', 0.8],
    [
      'Kostnadsreducerande faktor även St Görans sjukhus',
      'Återinföra kostnadsreducerande faktor S:t Görans sjukhus (intäktspost)',
      0.8,
    ],
    [
      'Anslag intressepolitiska org sjukvård/funkträtt (PVN)',
      'Anslag intressepolitiska organisationer sjukvård och funktionsrätt',
      0.7,
    ],
    [
      'Ytterligare uppräkning till Vårdcentraler',
      'Uppräkning av ersättningen till vårdcentralerna med 9 procent utan krav om hänsyn till ökad volym',
      0.4,
    ],
    ['Inga trygghetsvärdar (”röda jackorna”)', 'Nedtrappning av funktionen trygghetsvärdar', 0.4],
    ['Klimat & Energisatsningar', 'Minskade klimatutsläpp och energieffektiviseringar', 0.25],
    [
      'Fri tilldelning av färdtjänstresor. Pilotprojekt',
      'Fri tilldelning av färdtjänstresor, pilotförsök',
      0.75,
    ],
    ['Fryst SL-Taxa månadskort', 'Fryst SL-taxa, ingen taxehöjning 30-dagarskort', 0.4],
  ])('%s ~ %s', (a, b, atLeast) => {
    expect(similarLabels(a, b)).toBeGreaterThanOrEqual(atLeast)
    expect(similarLabels(a, b)).toBeLessThanOrEqual(1)
  })

  test.each([
    ['Färre ordningsvakter', 'Taxereform Barn och unga'],
    ['Besparing Fordonsdalen', 'Ökade anslag studieförbund'],
    ['Geriatrik SÖS', 'Mottagning för våldsutsatta'],
    ['', 'Färre ordningsvakter'],
  ])('%s has nothing of %s', (a, b) => {
    expect(similarLabels(a, b)).toBeLessThan(0.2)
  })

  test('is 1 for a label and itself and the same both ways', () => {
    const label = fc.stringMatching(/^[a-zåäö]{3,12}( [a-zåäö]{3,12}){0,4}$/u)
    fc.assert(
      fc.property(label, label, (a, b) => {
        expect(similarLabels(a, a)).toBeCloseTo(stems(a).length > 0 ? 1 : 0)
        expect(similarLabels(b, a)).toBeCloseTo(similarLabels(a, b))
        expect(similarLabels(a, b)).toBeGreaterThanOrEqual(0)
        expect(similarLabels(a, b)).toBeLessThanOrEqual(1)
      }),
    )
  })
})
