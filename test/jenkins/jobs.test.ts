import { Command } from 'commander';
import { describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { SaxesParser } from 'saxes';
import { parse } from 'yaml';
import { groovyJar, testWithGroovy } from '../support/pipeline.js';
import { addInputOptions, addOutputOptions } from '../../src/cli/run-options.js';

const run = promisify(execFile);
const jenkins = resolve(import.meta.dirname, '../../jenkins');
const file = (...names: readonly string[]): Promise<string> => readFile(join(jenkins, ...names), 'utf8');

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** An element, its children in the order of their names: Jenkins does not mind theirs. */
function readXml(text: string): Element {
  const top: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (piece) => {
    const element = open.at(-1);
    if (element) element.text += piece;
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (element && element.children.length > 0) element.text = '';
    element?.children.sort((a, b) => a.name.localeCompare(b.name));
  });
  parser.write(text).close();
  return top.children[0] ?? top;
}

function find(element: Element, name: string): Element {
  const found = findAll(element, name)[0];
  if (!found) throw new Error(`there is no <${name}>`);
  return found;
}
function findAll(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...findAll(child, name)]);
}

describe('the delegation job', () => {
  test('as config.xml has what a delegation needs', async () => {
    const config = readXml(await file('jobs', 'config.xml'));
    expect(find(find(config, 'hudson.model.TextParameterDefinition'), 'name').text).toBe('docker');
    expect(find(config, 'quietPeriod').text).toBe('0');
    expect(find(config, 'sandbox').text).toBe('true');
    expect(findAll(config, 'org.jenkinsci.plugins.workflow.job.properties.DisableConcurrentBuildsJobProperty')).toEqual([]);
  });

  const builder = '/usr/bin/jenkins-jobs';
  const required = process.env.ETOS_TEST_REQUIRE_REAL_PARTS === '1';
  const testWithBuilder = existsSync(builder) || required ? test : test.skip;
  testWithBuilder('by Job Builder is the one of config.xml (skipped without jenkins-job-builder)', async () => {
    const { stdout } = await run(builder, ['test', join(jenkins, 'jobs/job-builder.yaml')]);
    const rendered = readXml(stdout.replace('&lt;!-- Managed by Jenkins Job Builder --&gt;', ''));
    const own = readXml(await file('jobs', 'config.xml'));
    // Job Builder says `no actions`, we say `not disabled`: what Jenkins takes for granted.
    const granted = ['actions', 'disabled'];
    const brief = ({ children, ...rest }: Element): unknown => ({
      ...rest,
      children: children.filter(({ name }) => !granted.includes(name)),
    });
    expect(brief(rendered)).toEqual(brief(own));
  });

  testWithGroovy('by Job DSL is the one of config.xml', async () => {
    const { stdout } = await run('java', [
      '-cp',
      groovyJar,
      'groovy.ui.GroovyMain',
      join(jenkins, 'test/job-dsl.groovy'),
      join(jenkins, 'jobs/etos-delegation.groovy'),
    ]);
    const config = readXml(await file('jobs', 'config.xml'));
    const text = (name: string, element = config): string => find(element, name).text;
    const parameter = find(config, 'hudson.model.TextParameterDefinition');
    expect(JSON.parse(stdout)).toEqual([
      {
        name: 'DELEGATION',
        description: config.children.find(({ name }) => name === 'description')?.text,
        quietPeriod: Number(text('quietPeriod')),
        daysToKeep: Number(text('daysToKeep')),
        numToKeep: Number(text('numToKeep')),
        parameters: [
          { name: text('name', parameter), defaultValue: text('defaultValue', parameter), description: text('description', parameter) },
        ],
        script: text('script'),
        sandbox: true,
        properties: { 'org.jenkinsci.plugins.workflow.job.properties.DisableResumeJobProperty': true },
      },
    ]);
  });

  test('by Configuration as Code is the one of Job DSL, and loads the library from its folder', async () => {
    const { unclassified, jobs } = parse(await file('jobs', 'jenkins.yaml')) as {
      readonly unclassified: { readonly globalLibraries: { readonly libraries: readonly [{ readonly retriever: object }] } };
      readonly jobs: readonly [{ readonly script: string }];
    };
    expect(jobs[0].script).toBe((await file('jobs', 'etos-delegation.groovy')).replace(/^\/\/.*\n/, ''));
    expect(unclassified.globalLibraries.libraries[0].retriever).toMatchObject({ modernSCM: { libraryPath: 'jenkins/' } });
  });
});

describe('the library', () => {
  test('tells all options of etos run in the help of its step', async () => {
    const help = await file('vars', 'etos.txt');
    const options = addOutputOptions(addInputOptions(new Command())).options.map((option) => option.attributeName());
    expect(options.filter((name) => !help.includes(`<code>${name}</code>`))).toEqual([]);
  });

  test('has nothing in its folder that Jenkins would refuse it for', async () => {
    const entries = await readdir(jenkins, { recursive: true, withFileTypes: true });
    expect(entries.filter((entry) => !entry.isFile() && !entry.isDirectory())).toEqual([]);
  });

  test.each(['etos', 'etosDelegation'])('%s has a help, and fewer than 60 lines', async (name) => {
    expect((await file('vars', `${name}.groovy`)).split('\n').length).toBeLessThanOrEqual(61);
    expect(await file('vars', `${name}.txt`)).toMatch(new RegExp(`<b>${name}\\(`));
  });
});
