import { roomName } from '@autograph/collab';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';

/** A client that speaks the protocol by hand. Replies are given as [type, status or sync step]; a sign of life is [9, -1]. */
export async function speak(url: string, fileId: string, token: string) {
  const socket = new WebSocket(url);
  const replies: [number, number][] = [];
  const waiting = new Set<() => void>();
  socket.on('message', (data: Buffer) => {
    const decoder = decoding.createDecoder(new Uint8Array(data));
    if (data.length > 1) decoding.readVarString(decoder);
    replies.push([decoding.readVarUint(decoder), decoding.hasContent(decoder) ? decoding.readVarUint(decoder) : -1]);
    for (const ask of [...waiting]) ask();
  });
  await new Promise((resolve) => socket.once('open', resolve));
  const send = (write: (encoder: encoding.Encoder) => void) => {
    const encoder = encoding.createEncoder();
    encoding.writeVarString(encoder, roomName(fileId));
    write(encoder);
    socket.send(encoding.toUint8Array(encoder));
  };
  send((encoder) => {
    encoding.writeVarUint(encoder, 2);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, token);
  });
  return {
    replies,
    socket,
    sync: (step: number, payload: Uint8Array) =>
      send((encoder) => {
        encoding.writeVarUint(encoder, 0);
        encoding.writeVarUint(encoder, step);
        encoding.writeVarUint8Array(encoder, payload);
      }),
    count: ([type, value]: [number, number]) => replies.filter((reply) => reply[0] === type && reply[1] === value).length,
    until: (holds: () => boolean) =>
      new Promise<void>((resolve) => {
        const ask = () => {
          if (!holds()) return;
          waiting.delete(ask);
          resolve();
        };
        waiting.add(ask);
        ask();
      }),
  };
}
