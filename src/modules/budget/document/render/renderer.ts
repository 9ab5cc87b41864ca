import { join } from 'node:path'
import { rendererIn } from '#platform/document/renderer.ts'
import { projectRoot } from '#platform/root.ts'
import type { RenderJob } from './render-job.ts'

/** Renders budget documents in a process of their own. */
export const { render, stop: stopRendering } = rendererIn<RenderJob>(
  join(projectRoot, 'src/modules/budget/document/render/render-process.ts'),
)
