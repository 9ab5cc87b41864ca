import type { ReactNode } from 'react'
import { useLanguage, useTexts } from '../language.tsx'
import { Card, cells, Status, Table } from '../ui/index.ts'
import { designTexts } from './design-texts.ts'
import { lowestContrast, pairs, type Theme, type Tokens } from './tokens.ts'
import styles from './design.module.css'

const named = (tokens: Tokens, start: string) => [...tokens.light].filter(([name]) => name.startsWith(start))

/** The tokens: colours with the contrast each pair has, the sizes of text, and the distances. */
export function TokensSection({ tokens }: { tokens: Tokens }) {
  return (
    <>
      <Colours tokens={tokens} />
      <Sizes tokens={tokens} />
      <Distances tokens={tokens} />
    </>
  )
}

function Colours({ tokens }: { tokens: Tokens }) {
  const t = useTexts(designTexts)
  const head = ['pair.front', 'pair.back', 'pair.shown'] as const
  return (
    <Card title={t('colours')} id="colours">
      <p>{t('colours.lead')}</p>
      <Table
        label={t('colours')}
        head={
          <tr>
            {head.map((key) => (
              <th key={key} scope="col">
                {t(key)}
              </th>
            ))}
            <th scope="col" className={cells.numeric}>
              {t('pair.needs')}
            </th>
            <th scope="col">{t('pair.light')}</th>
            <th scope="col">{t('pair.dark')}</th>
          </tr>
        }
      >
        <tbody>
          {pairs.map((pair) => (
            <tr key={`${pair.front} ${pair.back}`}>
              <th scope="row">
                <code>{pair.front}</code>
              </th>
              <td>
                <code>{pair.back}</code>
              </td>
              <td>
                <Swatch {...pair} />
              </td>
              <td className={cells.numeric}>
                <Ratio value={pair.needs} />
              </td>
              {(['light', 'dark'] as const).map((theme) => (
                <td key={theme}>
                  <Contrast tokens={tokens} theme={theme} {...pair} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  )
}

/** The colours as they are in the theme that is on now. An attribute, because the page may not carry styles. */
function Swatch({ front, back, needs }: (typeof pairs)[number]) {
  return (
    <svg className={styles.swatch} viewBox="0 0 72 28" aria-hidden="true" focusable="false">
      <rect width="72" height="28" fill={`var(--${back})`} />
      {needs === 3 ? (
        <rect x="8" y="9" width="56" height="10" fill={`var(--${front})`} />
      ) : (
        <text x="36" y="19" textAnchor="middle" fontSize="15" fill={`var(--${front})`}>
          Aa 12,5
        </text>
      )}
    </svg>
  )
}

function Contrast({ tokens, theme, ...pair }: { tokens: Tokens; theme: Theme } & (typeof pairs)[number]) {
  const ratio = lowestContrast(tokens, theme, pair)
  return (
    <Status tone={ratio >= pair.needs ? 'good' : 'bad'}>
      <Ratio value={ratio} />
    </Status>
  )
}

function Ratio({ value }: { value: number }) {
  // Down, never up: a contrast that is nearly enough is not enough.
  const shown = Math.floor(value * 10) / 10
  return `${shown.toLocaleString(useLanguage() === 'sv' ? 'sv-SE' : 'en-GB', { minimumFractionDigits: 1 })}:1`
}

function Sizes({ tokens }: { tokens: Tokens }) {
  const t = useTexts(designTexts)
  return (
    <Measures
      id="type"
      tokens={named(tokens, 'size-')}
      renderSample={(name) => (
        <svg width="100%" height="36" aria-label={t('type.sample')} role="img">
          <text
            y="26"
            fill="var(--ink)"
            fontSize={`var(--${name})`}
            fontFamily={name.includes('title') ? 'var(--font-title)' : 'var(--font-text)'}
          >
            {t('type.sample')} 1 234,5
          </text>
        </svg>
      )}
    />
  )
}

function Distances({ tokens }: { tokens: Tokens }) {
  return (
    <Measures
      id="spacing"
      tokens={named(tokens, 'space-')}
      renderSample={(_, value) => (
        <svg width={value} height="12" className={styles.measure} aria-hidden="true">
          <rect width="100%" height="100%" fill="var(--accent)" />
        </svg>
      )}
    />
  )
}

/** Tokens that are measures: what each is called, how long it is, and what that looks like. */
function Measures({
  id,
  tokens,
  renderSample,
}: {
  id: 'type' | 'spacing'
  tokens: readonly (readonly [name: string, value: string])[]
  renderSample: (name: string, value: string) => ReactNode
}) {
  const t = useTexts(designTexts)
  return (
    <Card title={t(id)} id={id}>
      <p>{t(`${id}.lead`)}</p>
      <Table
        label={t(id)}
        head={
          <tr>
            <th scope="col">{t('size')}</th>
            <th scope="col" className={cells.numeric}>
              {t('value')}
            </th>
            <th scope="col">{t('pair.shown')}</th>
          </tr>
        }
      >
        <tbody>
          {tokens.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td className={cells.numeric}>{value}</td>
              <td>{renderSample(name, value)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  )
}
