import type { MetaFunction } from 'react-router'
import { pageTitle } from '../account/page-title.ts'
import { DesignPage } from '../design/design-page.tsx'
import { designTexts } from '../design/design-texts.ts'
import { readTokens } from '../design/tokens.ts'
import sheet from '../ui/tokens.css?raw'

export const meta: MetaFunction = ({ matches }) => pageTitle(designTexts, 'title', matches)

const tokens = readTokens(sheet)

/** Every part the interface is built of, in one place. */
export default function Design() {
  return <DesignPage tokens={tokens} />
}
