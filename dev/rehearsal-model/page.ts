import { introduction } from './answer.ts';
import { modelName } from './completion.ts';

/** What a person sees who opens the address of the model. */
export const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Rehearsal model</title></head>
<body>
<main>
<h1>Rehearsal model</h1>
<p>${introduction}</p>
<p>It speaks the protocol of OpenAI's chat completions under the name <code>${modelName}</code>, needs no key, sends
nothing anywhere, and gives the same answer to the same question. What it writes is a rehearsal: use a real model for
real customers.</p>
</main>
</body>
</html>
`;
