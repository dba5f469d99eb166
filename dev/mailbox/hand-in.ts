import { createTransport } from 'nodemailer';

/** Where mail comes into Baton, and for whom. */
export type Intake = { readonly host: string; readonly port: number; readonly recipient: string };

/** What the mail server said, and the run it named. */
export type IntakeAnswer = { readonly taken: boolean; readonly answer: string; readonly run: string | undefined };

type Refused = { readonly response?: string };

/** Sends a message to Baton as any mail server would; throws where nobody listens. */
export async function handIn(raw: Buffer, { from, intake }: { from: string; intake: Intake }): Promise<IntakeAnswer> {
  const { host, port, recipient } = intake;
  const transport = createTransport({ host, port, ignoreTLS: true, connectionTimeout: 5_000, socketTimeout: 30_000 });
  try {
    const { response } = await transport.sendMail({ envelope: { from, to: [recipient] }, raw });
    return { taken: true, answer: response, run: /\brun_[0-9a-f]{32}\b/.exec(response)?.[0] };
  } catch (error) {
    const { response } = error as Refused;
    if (response === undefined) throw error;
    return { taken: false, answer: response, run: undefined };
  } finally {
    transport.close();
  }
}
