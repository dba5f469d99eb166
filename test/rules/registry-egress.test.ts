import { describe, expect, test } from 'vitest';
import { loadRegistry } from '#governance/registry/index.ts';
import { copyRegistry, mistakesOf } from './registry-copy.ts';

function connectorWith(line: string): Record<string, (text: string) => string> {
  return { 'connectors/smtp.yaml': (text) => `${text}  - ${line}\n` };
}

const web = 'scheme: https, host: api.example, methods: [GET], paths: [/v1]';

describe('what may be reached outside is refused in the registry where', () => {
  test.each([
    ['the scheme is missing', '{ host: mail.example }', /smtp\.yaml:\d+ egress\.2.*scheme must be 'https'/],
    ['the scheme is another', '{ scheme: ftp, host: mail.example }', /egress\.2\.scheme: .*must be 'https'/],
    ['the host is missing', '{ scheme: smtp }', /egress\.2\.host: is missing; write 'host: …'/],
    ['the host has a port', '{ scheme: smtp, host: "mail.example:25" }', /egress\.2\.host: must be one name/],
    ['the host is an address', '{ scheme: smtp, host: "smtp://mail.example" }', /egress\.2\.host: must be one name/],
    ['the host is not written plainly', '{ scheme: smtp, host: Mail.example }', /egress\.2\.host: must be one name/],
    ['the host ends with a dot', '{ scheme: smtp, host: mail.example. }', /egress\.2\.host: must be one name/],
    ['the host is a number', '{ scheme: smtp, host: "2130706433" }', /egress\.2\.host: must be one name/],
    ['the host stands for many', '{ scheme: smtp, host: "*.example" }', /egress\.2\.host: must be one name/],
    [
      'the port is none',
      '{ scheme: smtp, host: mail.example, port: 70000 }',
      /egress\.2\.port: .*<=65535; correct 70000/,
    ],
    [
      'settings say the port of another machine',
      '{ scheme: smtp, host: mail.example, port: as-set }',
      /egress\.2\.port: 'as-set' is for this machine alone/,
    ],
    [
      'the internet is reached unencrypted',
      `{ ${web.replace('https', 'http')} }`,
      /egress\.2\.scheme: 'http' can be read on its way; write 'https'/,
    ],
    ['no path is named', `{ ${web.replace('[/v1]', '[]')} }`, /egress\.2\.paths: /],
    ['the path is no path', `{ ${web.replace('/v1', 'v1')} }`, /egress\.2\.paths\.0: must begin with '\/'/],
    ['the path is a pattern', `{ ${web.replace('/v1', '"/v1/**"')} }`, /egress\.2\.paths\.0: must begin with '\/'/],
    ['the path is half free', `{ ${web.replace('/v1', '"/v1/a*"')} }`, /egress\.2\.paths\.0: must begin with '\/'/],
    ['the method is unknown', `{ ${web.replace('GET', 'CONNECT')} }`, /egress\.2\.methods\.0: /],
    ['mail has paths', `{ ${web.replace('https', 'smtp')} }`, /egress\.2\.(paths|methods): is not a field known here/],
    [
      'a field is unknown',
      '{ scheme: smtp, host: mail.example, note: x }',
      /egress\.2\.note: is not a field known here/,
    ],
  ])('%s', (_what, line, expected) => {
    expect(mistakesOf(() => loadRegistry(copyRegistry(connectorWith(line))))).toContainEqual(
      expect.stringMatching(expected),
    );
  });

  test('a provider names nothing', () => {
    const changes = { 'providers/openai.yaml': (text: string) => text.replace(/egress:\n.*\n/, '') };
    expect(mistakesOf(() => loadRegistry(copyRegistry(changes)))).toContainEqual(
      expect.stringMatching(/providers\/openai\.yaml:\d+ egress: is missing; write 'egress: …'/),
    );
  });
});
