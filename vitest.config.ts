import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: 'test/support/fix-seed.ts',
    testTimeout: 120_000,
    coverage: { include: ['src/**'], reporter: ['text-summary', 'html'] },
  },
})
