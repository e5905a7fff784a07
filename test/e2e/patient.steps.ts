import type { Page } from 'playwright-core'
import { button, field, heading, radio, said } from './page.parts'

export interface Story {
  words: string
  photo?: Buffer
  contact?: { name: string; phone: string }
}

/** Called on each screen that is met on the way. */
export type Look = () => Promise<void>

const passBy: Look = async () => {}

const press = (page: Page, name: string | RegExp) => button(page, name).click()

export const choosePhoto = async (page: Page, photo: Buffer) => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, '拍照或选图')])
  await chooser.setFiles({ name: 'IMG_2041.png', mimeType: 'image/png', buffer: photo })
}

/** One photo of those on the page, in this state. */
export const photoThat = (page: Page, state: string | RegExp) =>
  page
    .getByRole('list', { name: '照片', exact: true })
    .getByRole('listitem')
    .filter({ visible: true })
    .filter({ hasText: state })

/** From the ward's own page up to the photos. */
export const writeToPhotos = async (page: Page, { words }: Story, look = passBy) => {
  await page.getByRole('link', { name: /^投诉/ }).click()
  await heading(page, '您想说哪方面的事？').waitFor()
  await look()
  await radio(page, /^态度/).click()
  await press(page, '下一步：在哪个环节')
  await heading(page, '事情发生在哪个环节？').waitFor()
  await look()
  await radio(page, /^住院/).click()
  await press(page, '下一步：写下来')
  await heading(page, '发生了什么？').waitFor()
  await field(page, '发生了什么').fill(words)
  await look()
  await press(page, '下一步：添照片')
  await heading(page, '有照片就添上').waitFor()
  await look()
}

const agreeToContact = async (page: Page, { name, phone }: { name: string; phone: string }, look: Look) => {
  const paper = page.getByRole('alertdialog', { name: '留电话之前，讲明白' })
  // Nothing is asked for before somebody agreed to give it.
  await radio(page, /^留名/).click()
  await paper.waitFor()
  await look()
  await paper.getByRole('button', { name: '不同意，不留名' }).click()
  await radio(page, /^不留名/)
    .and(page.getByRole('radio', { checked: true }))
    .waitFor()
  await radio(page, /^留名/).click()
  await paper.getByRole('button', { name: '同意，留电话' }).click()
  await field(page, '电话').fill(phone)
  await field(page, '姓名').fill(name)
}

/** From the photos up to the review. */
export const writeToReview = async (page: Page, { words, contact }: Story, look = passBy) => {
  await press(page, /^(没有照片，下一步|不等了，下一步|下一步：哪天、谁的事)$/)
  await heading(page, '什么时候，是谁的事？').waitFor()
  await radio(page, /^今天/).click()
  await radio(page, /^家里人/).click()
  await look()
  await press(page, '下一步：怎么联系您')
  await heading(page, '要不要留电话？').waitFor()
  if (contact) await agreeToContact(page, contact, look)
  else await radio(page, /^不留名/).click()
  await look()
  await press(page, '下一步：病情怎么用')
  await heading(page, '病情能用来查这件事吗？').waitFor()
  await radio(page, /^同意/).click()
  await look()
  await press(page, '下一步：看一遍再交')
  await heading(page, '看一遍，再交给我们').waitFor()
  await said(page, words).waitFor()
  await look()
}

export interface Receipt {
  /** 8 digits. */
  selector: string
  /** 26 digits. */
  secret: string
}

const digitsOf = async (page: Page, name: RegExp) => {
  const spoken = await page.getByRole('group', { name }).filter({ visible: true }).getAttribute('aria-label')
  return (spoken ?? '').replace(/\D/g, '')
}

/** What the paper says that the hospital hands back. */
export const receiptOn = async (page: Page): Promise<Receipt> => {
  await heading(page, '收到了，谢谢您说出来').waitFor()
  return { selector: await digitsOf(page, /^编号/), secret: await digitsOf(page, /^查询码/) }
}

/** From the ward's own page to the receipt. */
export const complain = async (page: Page, story: Story, look = passBy): Promise<Receipt> => {
  await writeToPhotos(page, story, look)
  if (story.photo) {
    await choosePhoto(page, story.photo)
    await photoThat(page, '已传好').waitFor()
    await look()
  }
  await writeToReview(page, story, look)
  await press(page, '交给医患办')
  const receipt = await receiptOn(page)
  await look()
  return receipt
}

/** Opens the case from the receipt that this phone kept. */
export const followUp = async (page: Page, address: string) => {
  await page.goto(address)
  await button(page, /^编号/).first().click()
}
