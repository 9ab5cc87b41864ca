import { useLanguage } from '#web/language.tsx'
import { statementsTexts } from '../../messages/statements.ts'
import type { ExplanationShown } from '../../operations/explain-figure.ts'
import { printAmount } from '../parts/amount.tsx'
import { say } from '../parts/say.ts'
import styles from './figures.module.css'

/** The way to a figure: what it is made of, each part of which may be opened in turn. Works without scripts. */
export function ExplanationTree({
  node,
  decimals,
  open = false,
}: {
  node: ExplanationShown
  decimals: number
  open?: boolean
}) {
  const line = <TreeLine node={node} decimals={decimals} />
  if (node.children.length === 0) return <div className={styles.leaf}>{line}</div>
  return (
    <details className={styles.tree} open={open}>
      <summary>{line}</summary>
      {node.children.map((child, index) => (
        // The same row may be added twice under different years; its place among its siblings tells them apart.
        <ExplanationTree
          // oxlint-disable-next-line react/no-array-index-key
          key={`${child.message.key} ${index}`}
          node={child}
          decimals={decimals}
          open={node.children.length === 1}
        />
      ))}
    </details>
  )
}

function TreeLine({ node, decimals }: { node: ExplanationShown; decimals: number }) {
  const language = useLanguage()
  const source = node.sourceLine ? `${node.sourceLine.source ?? ''} ${node.sourceLine.line}`.trim() : ''
  return (
    <span className={styles.treeLine}>
      <span>
        {node.sign < 0 ? '− ' : ''}
        {say(statementsTexts, language, node.message, decimals)}
        {source ? <span className={styles.soft}> ({source})</span> : null}
      </span>
      <span className={styles.treeAmount}>
        {node.value === null ? '' : printAmount(node.value, decimals)}
      </span>
    </span>
  )
}
