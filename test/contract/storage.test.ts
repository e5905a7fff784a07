import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ProbeEnvironment, probeEnvironment } from './probe.environment'

let environment: ProbeEnvironment
beforeAll(async () => {
  environment = await probeEnvironment()
})
afterAll(() => environment.close())

const FILE_MISSING = -503003

const upload = async (cloudPath: string, text: string): Promise<string> => {
  const { value } = await environment.probe<{ value: { fileID: string } }>('upload', { cloudPath, text })
  return value.fileID
}
const download = (fileID: string) => environment.probe('download', { fileID })
const links = (fileList: unknown[]) =>
  environment.probe<{ value: { fileList: { status: number; tempFileURL: string }[] } }>('links', { fileList })
const remove = (fileList: string[]) =>
  environment.probe<{ value: { fileList: { status: number }[] } }>('remove', { fileList })

describe('a stored file', () => {
  it('can be read again by its id', async () => {
    const fileID = await upload('contract/图 1.txt', '问了三次')
    expect(fileID).toMatch(/^cloud:\/\/.+\/contract\/图 1\.txt$/)
    expect(await download(fileID)).toEqual({ value: '问了三次' })
  })

  it('is replaced by the next of the same path', async () => {
    await upload('contract/same.txt', 'first')
    expect(await download(await upload('contract/same.txt', 'second'))).toEqual({ value: 'second' })
  })

  it('may be empty', async () => {
    const { value } = await links([await upload('contract/empty.txt', '')])
    expect(value.fileList[0]?.status).toBe(0)
  })

  it('has a link that anybody can open for a while', async () => {
    const fileID = await upload('contract/linked.txt', 'linked')
    const { value } = await links([{ fileID, maxAge: 60 }])
    const response = await fetch(value.fileList[0]?.tempFileURL ?? '')
    expect([response.status, await response.text()]).toEqual([200, 'linked'])
  })

  it('is gone once it was deleted', async () => {
    const fileID = await upload('contract/gone.txt', 'x')
    expect((await remove([fileID])).value.fileList).toMatchObject([{ status: 0 }])
    expect((await links([fileID])).value.fileList).toMatchObject([{ status: FILE_MISSING }])
    expect(await download(fileID)).toMatchObject({ failure: { errCode: -1 } })
  })
})

describe('an upload', () => {
  it.each(['/absolute.txt', 'a//b.txt'])('is refused for the path %s', async (cloudPath) => {
    expect(await environment.probe('upload', { cloudPath, text: 'x' })).toHaveProperty('failure')
  })
})
