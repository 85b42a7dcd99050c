import { runTool } from '../run-tool.ts';

/** What a tool complained about; empty if it ended well. */
export async function outputOf(script: string, args: readonly string[]): Promise<string> {
  try {
    await runTool(script, args);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
