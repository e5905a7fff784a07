import type { FunctionStatus } from '../functions/function.host'
import type { Persona } from '../gateway/persona.sign-in'
import type { OpenapiCall } from '../openapi/openapi.desk'
import type { StoredFile } from '../storage/file.store'
import type { TimerStatus } from '../timers/timer.desk'
import { CONSOLE_STYLE } from './console.style'
import { Html, html } from './html'

const BEIJING = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' })

const moment = (at: number | null) => (at === null ? '—' : BEIJING.format(at))
const bytes = (size: number) =>
  size < 1024 * 1024 ? `${(size / 1024).toFixed(1)} KB` : `${(size / 1048576).toFixed(1)} MB`

const RUN_TIMER = new Html(`
document.querySelectorAll('button[data-timer]').forEach((button) => button.addEventListener('click', async () => {
  button.disabled = true
  button.textContent = '正在运行…'
  const answer = await fetch('/console/timers/' + encodeURIComponent(button.dataset.timer), { method: 'POST' }).then((r) => r.json(), () => null)
  button.textContent = answer && answer.ok ? '已运行' : '没有成功，请看记录'
}))
`)

export const page = (title: string, nonce: string, body: Html): string =>
  html`<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title} · 本地云</title><style nonce="${nonce}">${CONSOLE_STYLE}</style></head>
<body>
<nav aria-label="控制台"><a href="/console">概况</a><a href="/console/storage">文件</a><a href="/console/openapi">开放接口</a><a href="/">打开 H5</a></nav>
<main><h1>${title}</h1>${body}</main>
<script nonce="${nonce}">${RUN_TIMER}</script>
</body></html>`.text

const table = (heads: string[], rows: Html[], empty: string): Html =>
  rows.length === 0
    ? html`<p class="note">${empty}</p>`
    : html`<div class="wide"><table><thead><tr>${heads.map((each) => html`<th scope="col">${each}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`

const personaRow = ({ id, name, says }: Persona) =>
  html`<tr><td><a href="/as/${encodeURIComponent(id)}">${name}</a></td><td>${says}</td></tr>`

const collectionRow = ({ name, count }: { name: string; count: number }) =>
  html`<tr><td><a href="/console/collections/${encodeURIComponent(name)}">${name}</a></td><td>${count}</td></tr>`

const processText = ({ pid, calls, busySince }: FunctionStatus['workers'][number]) =>
  `${pid}（${calls} 次${busySince === null ? '，空闲' : '，忙'}）`

const functionRow = ({ name, calls, failures, waiting, workers }: FunctionStatus) =>
  html`<tr><td>${name}</td><td>${calls}</td><td class="${failures > 0 ? 'bad' : ''}">${failures}</td><td>${waiting}</td><td>${workers.map(processText).join('，') || '未启动'}</td><td><a href="/console/logs/${encodeURIComponent(name)}">查看</a></td></tr>`

const timerRow = (timer: TimerStatus) =>
  html`<tr><td>${timer.functionName} · ${timer.triggerName}</td><td><code>${timer.fields}</code></td><td>${moment(timer.nextAt)}</td><td>${moment(timer.lastAt)} ${timer.lastOutcome}</td><td><button type="button" data-timer="${timer.functionName}">立即运行</button></td></tr>`

export interface Overview {
  dataDir: string
  personas: Persona[]
  collections: { name: string; count: number }[]
  functions: FunctionStatus[]
  timers: TimerStatus[]
  fileCount: number
}

export const overview = ({ dataDir, personas, collections, functions, timers, fileCount }: Overview): Html => html`
<p class="note">数据目录：${dataDir}　文件：${fileCount} 个</p>
<h2>演示身份</h2>
${table(['身份', '说明'], personas.map(personaRow), '没有演示身份。')}
<p class="note"><a href="/as/nobody">以未登录的访客打开</a></p>
<h2>云函数</h2>
${table(['名称', '调用', '失败', '排队', '进程', '记录'], functions.map(functionRow), '没有云函数，请先构建。')}
<h2>定时触发器（北京时间）</h2>
${table(['触发器', '时间', '下一次', '上一次', ''], timers.map(timerRow), '没有定时触发器。')}
<h2>数据库集合</h2>
${table(['集合', '文档数'], collections.map(collectionRow), '没有集合。')}`

const pager = (address: string, offset: number, limit: number, hasMore: boolean): Html =>
  html`<p>${
    offset > 0 ? html`<a href="${address}?offset=${Math.max(0, offset - limit)}">上一页</a>　` : ''
  }${hasMore ? html`<a href="${address}?offset=${offset + limit}">下一页</a>` : ''}</p>`

export const documents = (collection: string, found: unknown[], offset: number, limit: number): Html => html`
<p class="note">第 ${offset + 1} 条起，每页 ${limit} 条</p>
${table(
  ['文档'],
  found.map((each) => html`<tr><td><pre>${JSON.stringify(each, null, 2)}</pre></td></tr>`),
  '这里没有文档。',
)}
${pager(`/console/collections/${encodeURIComponent(collection)}`, offset, limit, found.length === limit)}`

export const logLines = (text: string): Html => html`<pre>${text || '还没有记录。'}</pre>`

const fileRow = ({ path, size, storedAt, link }: StoredFile & { link: string }) =>
  html`<tr><td><a href="${link}">${path}</a></td><td>${bytes(size)}</td><td>${moment(storedAt)}</td></tr>`

export const storedFiles = (files: (StoredFile & { link: string })[], offset: number, limit: number): Html => html`
${table(['路径', '大小', '时间'], files.map(fileRow), '还没有文件。')}
${pager('/console/storage', offset, limit, files.length === limit)}`

const openapiRow = ({ at, functionName, api, outcome, parameters }: OpenapiCall) =>
  html`<tr><td>${moment(at)}</td><td>${functionName || '—'}</td><td>${api}</td><td class="${outcome === 'ok' ? '' : 'bad'}">${outcome}</td><td><pre>${JSON.stringify(parameters)}</pre></td></tr>`

export const openapiCalls = (calls: OpenapiCall[]): Html => html`
<p class="note">最近的调用，最新的在前；重启后清空</p>
${table(['时间', '云函数', '接口', '结果', '参数'], calls.map(openapiRow), '还没有调用。')}`
