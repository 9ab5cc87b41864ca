import { interfaceTexts } from '#platform/operations/messages/interface.ts'
import { fieldKindWords } from '#platform/operations/rest/field-words.ts'
import { useLanguage, useTexts } from '../language.tsx'
import { FactList, Table } from '../ui/index.ts'
import type { OperationDescription } from './describe-interface.server.ts'
import styles from './interface.module.css'
import { interfacePageTexts } from './messages/interface-page.ts'

/** One operation: where it is, who may call it, what is sent, an example, what comes back. */
export function OperationSection({ operation }: { operation: OperationDescription }) {
  const t = useTexts(interfacePageTexts)
  const { name } = operation
  return (
    <article id={name} className={styles.operation}>
      <header className={styles.head}>
        <h3>
          <a href={`#${name}`} className={styles.anchor}>
            {name}
          </a>
        </h3>
        <p className={styles.route}>
          <span className={styles.method}>{operation.method}</span> <code>{operation.path}</code>
        </p>
      </header>
      <p>{operation.summary}</p>
      <FactList
        facts={[
          { label: t('who'), value: operation.who.join(' ') },
          {
            label: t('key'),
            value: operation.key ?? t(operation.keyOpens ? 'noKey' : 'noKeyWorks'),
          },
          { label: t('logged'), value: operation.logged ?? t('notLogged') },
        ]}
      />
      {operation.fields.length > 0 ? (
        <Fields operation={operation} />
      ) : (
        <p className={styles.soft}>{t('noFields')}</p>
      )}
      <h4>{t('example')}</h4>
      <Code label={t('exampleCurl', { name })} text={operation.calls.curl} />
      <Code label={t('exampleTerminal', { name })} text={operation.calls.commandLine} />
      <h4>{t('answer')}</h4>
      {operation.answer === null ? (
        <p>{t('answerFile')}</p>
      ) : (
        <Code label={t('answerOf', { name })} text={operation.answer} />
      )}
    </article>
  )
}

function Fields({ operation }: { operation: OperationDescription }) {
  const t = useTexts(interfacePageTexts)
  const say = useTexts(interfaceTexts)
  const language = useLanguage()
  return (
    <>
      <h4>{t('fields')}</h4>
      <Table
        label={t('fieldsOf', { name: operation.name })}
        className={styles.fields ?? ''}
        head={
          <tr>
            <th scope="col">{t('field')}</th>
            <th scope="col">{t('type')}</th>
            <th scope="col">{t('meaning')}</th>
          </tr>
        }
      >
        <tbody>
          {operation.fields.map((field) => (
            <tr key={field.name}>
              <th scope="row">
                <code>{field.name}</code>
              </th>
              <td>{fieldKindWords(field, language)}</td>
              <td>
                {[
                  field.inPath ? say('field.inPath') : field.required ? say('field.required') : '',
                  field.description,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  )
}

/** Something to copy; it scrolls by itself, also by keyboard. */
function Code({ label, text }: { label: string; text: string }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <pre className={styles.code} tabIndex={0} aria-label={label} role="region">
      <code>{text}</code>
    </pre>
  )
}
