import type { CitedRule } from '../question.model'

const articleOf =
  (document: string) =>
  (article: string): CitedRule => ({ document, article })

/** 国卫医发〔2021〕37号. The text of one to six was read; of seven to nine the headings. */
export const nineRules = articleOf('医疗机构工作人员廉洁从业九项准则')
export const nineDonts = articleOf('“九不准”')

/** By the name of its part: the numbers of its articles wait for the official text. */
export const complaintRules = articleOf('医疗机构投诉管理办法')
export const tenShoulds = articleOf('投诉接待处理“十应当”')
export const disputeRules = articleOf('医疗纠纷预防和处理条例')
export const letterRules = articleOf('信访工作条例')
export const tipRules = articleOf('纪检监察机关处理检举控告工作规则')

export const disclosureRules = articleOf('医疗卫生机构信息公开管理办法')
/** As one county published it for its hospitals: what is listed was read, its time limit is confirmed by each. */
export const disclosureCatalogue = articleOf('公共事业单位主动公开目录')

export const physiciansLaw = articleOf('中华人民共和国医师法')
export const personalInformationLaw = articleOf('中华人民共和国个人信息保护法')
export const networkDataRules = articleOf('网络数据安全管理条例')

/** A rule that each hospital writes for itself: whoever confirms the question puts its name and article here. */
export const hospitalRule = articleOf('本院制度')
