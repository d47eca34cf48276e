import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createLog } from '../log.ts';
import { createOutboxMail } from './outbox.ts';
import { createSmtpMail } from './smtp.ts';

const message = { to: 'ada@example.com', subject: 'Welcome', text: 'Hello Ada', html: '<p>Hello Ada</p>' };

it('writes messages to the outbox where no server is set', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'autograph-mail-'));
  try {
    const mail = createOutboxMail(folder, 'AutoGraph <noreply@example.com>', createLog('test', 'silent'));
    expect(await mail.kept?.(5)).toEqual([]);
    await mail.send(message);
    await writeFile(join(folder, '2020-broken.json'), '{}');
    expect(await mail.kept?.(5)).toMatchObject([message]);
    await mail.close();
    const name = (await readdir(folder)).findLast((each) => each.endsWith('.json')) ?? '';
    expect(JSON.parse(await readFile(join(folder, name), 'utf8'))).toMatchObject({ ...message, from: 'AutoGraph <noreply@example.com>' });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

/** The receiving side of RFC 5321, for one message. */
function receive(socket: Socket, received: (text: string) => void): void {
  let data: string | null = null;
  let rest = '';
  socket.write('220 test ESMTP\r\n');
  socket.on('data', (chunk) => {
    const lines = (rest + chunk.toString()).split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (data !== null && line === '.') {
        received(data);
        data = null;
        socket.write('250 taken\r\n');
      } else if (data !== null) data += `${line}\n`;
      else if (line === 'DATA') {
        data = '';
        socket.write('354 go on\r\n');
      } else if (line === 'QUIT') socket.end('221 bye\r\n');
      else socket.write('250 fine\r\n');
    }
  });
}

it('sends messages to an SMTP server', async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  const server = createServer((socket) => receive(socket, resolve));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const mail = createSmtpMail(`smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`, 'AutoGraph <noreply@example.com>');
  await mail.send(message);
  const text = await promise;
  for (const part of ['From: AutoGraph <noreply@example.com>', 'To: ada@example.com', 'Subject: Welcome', '<p>Hello Ada</p>'])
    expect(text).toContain(part);
  await mail.close();
  server.close();
});
