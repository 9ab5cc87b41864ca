// The function goes to the page alone, without anything that stands outside it.
/* oxlint-disable unicorn/consistent-function-scoping */

/** What the page under measurement holds for us. */
export type Observed = typeof globalThis & { kansliEdit?: Promise<{ shown: number; kept: number }> }

/**
 * Runs in the page: waits for Enter, then for the result of the budget year to be another and painted, then for the
 * edit to be kept.
 */
export function observeEdit(): void {
  const result = document.querySelector('[data-result]')!
  const saving = document.querySelector('[data-saving]')!
  const before = result.textContent
  const isKept = () => saving.getAttribute('data-saving') === 'saved'
  const until = (target: Element, holds: () => boolean) =>
    new Promise<void>((resolve, reject) => {
      const observer = new MutationObserver(() => {
        if (!holds()) return
        observer.disconnect()
        resolve()
      })
      observer.observe(target, { attributes: true, characterData: true, childList: true, subtree: true })
      setTimeout(() => reject(new Error('The edit changed nothing for ten seconds.')), 10_000)
    })
  // The frame that is asked for paints the change; a task after it runs when it has been painted.
  const painted = () =>
    new Promise<void>((resolve) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.addEventListener('message', () => resolve())
        channel.port1.start()
        channel.port2.postMessage(null)
      })
    })
  const key = new Promise<number>((resolve) => {
    window.addEventListener('keydown', (event) => resolve(event.timeStamp), { capture: true, once: true })
  })
  const changed = until(result, () => result.textContent !== before)
  const kept = until(saving, isKept)
  ;(globalThis as Observed).kansliEdit = (async () => {
    const started = await key
    await changed
    await painted()
    const shown = performance.now() - started
    await kept
    return { shown, kept: performance.now() - started }
  })()
}
