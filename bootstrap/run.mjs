import { begin } from './begin.mjs'

begin(process.argv[2] || 'start', process.argv.slice(3))
