import { describe, expect, it } from 'vitest';
import { deviceName } from './device.ts';
import { placeOf } from './place.ts';

describe('what a session list says of', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Windows'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15',
      'Safari on macOS',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari on iPhone',
    ],
    ['curl/8.5.0', 'curl'],
    ['node', 'node'],
    ['', 'Unknown device'],
    ['\u0000()', 'Unknown device'],
  ])('the device %j: %s', (userAgent, name) => {
    expect(deviceName(userAgent)).toBe(name);
  });

  it.each([
    ['127.0.0.1', undefined, 'This machine'],
    ['192.168.7.7', 'DE', 'Local network'],
    ['fd00::1', undefined, 'Local network'],
    ['203.0.113.7', 'de', 'Germany'],
    ['203.0.113.7', 'not a country', 'Unknown place'],
    ['203.0.113.7', undefined, 'Unknown place'],
  ])('the place of %s, told %j: %s', (ip, told, place) => {
    expect(placeOf({ ip, headers: told ? { 'cf-ipcountry': told } : {} }, 'cf-ipcountry')).toBe(place);
    expect(placeOf({ ip: '203.0.113.7', headers: told ? { 'cf-ipcountry': told } : {} }, undefined)).toBe('Unknown place');
  });
});
