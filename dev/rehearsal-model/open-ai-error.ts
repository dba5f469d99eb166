export type OpenAiProblem = { readonly message: string; readonly type?: string; readonly code?: string };

/** The shape in which OpenAI-compatible servers report a problem. */
export function openAiError({ message, type = 'invalid_request_error', code }: OpenAiProblem): object {
  return { error: { message, type, param: null, code: code ?? null } };
}
