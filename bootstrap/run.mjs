import { launch } from './launch.mjs'

const [name = 'start', ...args] = process.argv.slice(2)
await launch(name, args)
