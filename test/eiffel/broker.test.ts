// Wrong settings of a broker are told in one sentence, with the variable to change; the broker is a real one, with TLS and a private authority.

import { describe, expect, test } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { checkBroker } from '../../src/eiffel/broker-connection.js';
import { readBroker, type BrokerPrefix } from '../../src/eiffel/broker.js';
import { systemClock as clock } from '../../src/host/clock.js';
import type { EtosError } from '../../src/host/errors.js';
import { testWithBroker } from '../support/broker.js';
import { makeCertificates } from '../support/certificates.js';
import { temporaryDirectory } from '../support/directory.js';
import type { TestBroker } from '../support/rabbitmq-server.js';

interface Parts {
  readonly broker: TestBroker;
  readonly secure: NonNullable<TestBroker['secure']>;
  /** Of another authority, and a file that is none. */
  readonly otherFile: string;
  readonly noFile: string;
}

interface Case {
  readonly what: string;
  readonly variables: (parts: Parts) => Readonly<Record<string, string>>;
  readonly prefix?: BrokerPrefix;
  /** The error's class, its message and its hint, a line each; `{port}` is the port that was named. */
  readonly says: string;
}

const cases: readonly Case[] = [
  { what: 'the right authority and host', variables: () => ({}), says: 'let in' },
  {
    what: 'an address that the certificate does not name',
    variables: () => ({ HOST: '127.0.0.1' }),
    says: `InvalidInput
the certificate of RabbitMQ at amqps://127.0.0.1:{port}/ is for localhost, far.example, not for 127.0.0.1
Set RABBITMQ_HOST to a name of the certificate`,
  },
  {
    what: 'another authority',
    variables: ({ otherFile }) => ({ CA_FILE: otherFile }),
    says: `InvalidInput
the certificate of RabbitMQ at amqps://localhost:{port}/ is not trusted: self-signed certificate in certificate chain
Name the authority that signed it, a PEM file, with RABBITMQ_CA_FILE, or NODE_EXTRA_CA_CERTS`,
  },
  {
    what: 'no authority but the machine’s',
    variables: () => ({ CA_FILE: '' }),
    prefix: 'ETOS_RABBITMQ',
    says: `InvalidInput
the certificate of RabbitMQ at amqps://localhost:{port}/ is not trusted: self-signed certificate in certificate chain
Name the authority that signed it, a PEM file, with ETOS_RABBITMQ_CA_FILE, or NODE_EXTRA_CA_CERTS`,
  },
  {
    what: 'a file that holds no certificate',
    variables: ({ noFile }) => ({ CA_FILE: noFile }),
    says: `InvalidInput
RABBITMQ_CA_FILE names {noFile}, which holds no certificate; expected PEM
See docs/eiffel.md for the variables`,
  },
  {
    what: 'TLS to a port without',
    variables: ({ broker }) => ({ PORT: String(broker.port) }),
    says: `InvalidInput
RabbitMQ at amqps://localhost:{port}/ does not speak TLS on this port
Set RABBITMQ_SSL=false, or name the port that does, usually RABBITMQ_PORT=5671`,
  },
  {
    what: 'no TLS to a port with',
    variables: () => ({ SSL: 'false' }),
    says: `NotCarriedOut
RabbitMQ at amqp://localhost:{port}/ ends the connection before it has begun
Check RABBITMQ_HOST, RABBITMQ_PORT and RABBITMQ_SSL, and whether the broker is running. If this port speaks TLS: RABBITMQ_SSL=true`,
  },
  {
    what: 'a wrong password',
    variables: () => ({ PASSWORD: 'wrong' }),
    says: `InvalidInput
RabbitMQ at amqps://localhost:{port}/ refuses user "guest": wrong password, or no such user
Check RABBITMQ_USERNAME and RABBITMQ_PASSWORD`,
  },
  {
    what: 'a vhost that is not there',
    variables: () => ({ VHOST: 'none' }),
    says: `InvalidInput
RabbitMQ at amqps://localhost:{port}/none does not let user "guest" into vhost "none": it is not there, or the user has no permission
Check RABBITMQ_VHOST; rabbitmqctl list_vhosts, list_permissions`,
  },
  {
    what: 'an exchange that is not there',
    variables: () => ({ EXCHANGE: 'none' }),
    says: `InvalidInput
RabbitMQ at amqps://localhost:{port}/ has no exchange "none"
Check RABBITMQ_EXCHANGE; a topic exchange is declared once by whoever runs the broker, never by us`,
  },
  {
    what: 'a port where nobody listens',
    variables: () => ({ PORT: '1' }),
    says: `NotCarriedOut
RabbitMQ at amqps://localhost:{port}/ does not answer: connect ECONNREFUSED 127.0.0.1:1
Check RABBITMQ_HOST, RABBITMQ_PORT and RABBITMQ_SSL, and whether the broker is running`,
  },
];

describe('the settings of a broker', () => {
  test.each([
    { HOST: ' ' },
    { HOST: '"localhost"' },
    { HOST: 'localhost:5672' },
    { HOST: 'amqp://localhost' },
    { HOST: '[::1]' },
    { HOST: 'localhost', PORT: '0x1628' },
    { HOST: 'localhost', PORT: '5e3' },
    { HOST: 'localhost', PORT: '0' },
  ])('%j are refused without asking anybody', (variables) => {
    const named = Object.fromEntries(Object.entries(variables).map(([name, value]) => [`RABBITMQ_${name}`, value]));
    const [[name = '', value] = []] = Object.entries(named).slice(-1);
    expect(() => readBroker(named, 'RABBITMQ')).toThrow(`${name} is ${JSON.stringify(value)}; expected `);
  });

  for (const { what, variables, prefix = 'RABBITMQ', says } of cases) {
    testWithBroker(what, async ({ broker, exchange }) => {
      if (broker.secure === undefined) throw new Error('ETOS_TEST_AMQP_URL names a broker whose certificates are not known here');
      await using directory = await temporaryDirectory();
      const { authorityFile: otherFile } = await makeCertificates(directory.path);
      const noFile = directory.at('none.pem');
      await writeFile(noFile, 'a certificate');
      const { port, authorityFile } = broker.secure;
      const settings: Readonly<Record<string, string>> = {
        ...{ HOST: 'localhost', PORT: String(port), CA_FILE: authorityFile, EXCHANGE: exchange },
        ...variables({ broker, secure: broker.secure, otherFile, noFile }),
      };
      const named = Object.fromEntries(Object.entries(settings).map(([name, value]) => [`${prefix}_${name}`, value]));
      expect(await answerTo(named, prefix)).toBe(says.replace('{port}', settings.PORT ?? '').replace('{noFile}', noFile));
    });
  }
});

async function answerTo(variables: Readonly<Record<string, string>>, prefix: BrokerPrefix): Promise<string> {
  try {
    const broker = readBroker(variables, prefix);
    if (!broker) return 'no broker';
    await checkBroker(broker, { clock, signal: AbortSignal.timeout(10_000), patience: 0 });
    return 'let in';
  } catch (error) {
    const { name, message, hint } = error as EtosError;
    return `${name}\n${message}\n${hint}`;
  }
}
