import type { Language } from '#platform/i18n/languages.ts'
import { busyTexts } from './busy-texts.ts'

/** A page made without the database and without the pages' own program: it must be there when nothing else is. */
export function busyPage(shown: {
  language: Language
  styles: readonly string[]
  /** From 0 to 1. */
  share: number
  /** Was a form sent, which is not carried out? */
  isForm: boolean
  mayStop: boolean
}): string {
  const t = busyTexts.in(shown.language)
  const share = Math.min(0.99, shown.share)
  return document(shown, t('title'), [
    `<p role="status">${t('share', { share })}</p>`,
    `<progress max="1" value="${share.toFixed(2)}" aria-label="${t('title')}"></progress>`,
    `<p>${t(shown.isForm ? 'notSent' : 'wait')}</p>`,
    shown.mayStop ? `<p>${t('yours')}</p><form method="post"><button>${t('stop')}</button></form>` : '',
    shown.isForm ? '' : `<p><a href="">${t('again')}</a></p>`,
  ])
}

/** The same for a database that does not answer, whatever the reason. */
export function silentPage(shown: { language: Language; styles: readonly string[]; number: string }): string {
  const t = busyTexts.in(shown.language)
  return document(shown, t('silentTitle'), [`<p>${t('silent', { number: shown.number })}</p>`])
}

function document(
  { language, styles }: { language: Language; styles: readonly string[] },
  title: string,
  parts: readonly string[],
): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Kansli</title>
${styles.map((href) => `<link rel="stylesheet" href="${href}">`).join('\n')}
</head>
<body>
<main class="alone">
<h1>${title}</h1>
${parts.filter(Boolean).join('\n')}
</main>
</body>
</html>
`
}
