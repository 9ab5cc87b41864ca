// Plain enough for any Node.js of the last ten years: it must be able to say that it is too old.

const oldest = 18
const major = Number(process.versions.node.split('.')[0])

/**
 * Starts one of the programs in `launch.mjs`, unless the machine's Node.js cannot even fetch a newer one.
 * @param {string} name
 * @param {string[]} args
 */
export function begin(name, args) {
  if (major < oldest) {
    process.stderr.write(
      'This is Node.js ' +
        process.versions.node +
        '. Kansli fetches the Node.js it runs on itself, but needs ' +
        oldest +
        ' or later to do so: install one from https://nodejs.org and run the same command again.\n',
    )
    process.exit(1)
  }
  // Read only now: an old Node.js would trip over its language.
  void import('./launch.mjs').then(({ launch }) => launch(name, args))
}
