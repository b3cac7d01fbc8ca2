import { InstanceId } from '@sallyport/contracts/common';
import { describe, expect, it } from 'vitest';
import type { Instance } from './findings.queries.ts';
import { matchingInstances, refusedLines } from './instance-filter.ts';

function instance(fields: Partial<Instance>): Instance {
  return {
    id: InstanceId.parse('0b5f0f3e-52cf-4b0e-8a53-7b1fd5b8a001'),
    target: '192.0.2.7:445/tcp',
    host: '192.0.2.7',
    address: '',
    port: 445,
    protocol: 'tcp',
    service: 'cifs',
    url: '',
    parameter: '',
    note: '',
    output: '',
    result: 'OPEN',
    isImported: false,
    ...fields,
  };
}

describe('searching instances', () => {
  const smb = instance({});
  const web = instance({ target: 'https://shop.client.example/login', service: 'www', note: 'Second host' });

  it('finds by place, service and note, in any order and case', () => {
    expect(matchingInstances([smb, web], 'CIFS')).toEqual([smb]);
    expect(matchingInstances([smb, web], 'second shop')).toEqual([web]);
    expect(matchingInstances([smb, web], 'shop 445')).toEqual([]);
  });

  it('finds all where nothing is asked', () => {
    expect(matchingInstances([smb, web], '  ')).toEqual([smb, web]);
  });
});

describe('lines that were refused', () => {
  it('are what stays of a pasted text', () => {
    expect(refusedLines('a\nb\n\nc d', [{ line: 2 }, { line: 4 }])).toBe('b\nc d');
    expect(refusedLines('a', [{ line: 9 }])).toBe('');
  });
});
