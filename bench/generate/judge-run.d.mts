interface Run {
  readonly status: number
  readonly out: readonly string[]
  readonly err: readonly string[]
}

export function judgeRun(folder: string, run: Run): string | undefined
