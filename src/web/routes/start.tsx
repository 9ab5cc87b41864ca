import { PageHead } from '../ui/index.ts'

export default function Start() {
  return <PageHead title="Kansli" />
}
