import type { Persona } from '../local-cloud'

/** Who one can be in the demonstration hospital. Names, numbers and wards are invented. */
export const personas: Persona[] = [
  {
    id: 'patient',
    name: '刘女士',
    says: '患者家属，在住院部 12 层东病区扫了墙上的码',
    openid: 'demo-openid-patient-liu',
    landing: '/pages/landing/index?scene=t%3DJQ-12E-01',
  },
  {
    id: 'officer',
    name: '沈专员',
    says: '医患办投诉管理专员，按期限看待办',
    openid: 'demo-openid-officer-shen',
    landing: '/packages/staff/inbox/index',
  },
  {
    id: 'colleague',
    name: '白专员',
    says: '医患办投诉管理专员，和沈专员搭班，接手交接的投诉',
    openid: 'demo-openid-officer-bai',
    landing: '/packages/staff/inbox/index',
  },
  {
    id: 'handler',
    name: '顾护士长',
    says: '呼吸与危重症医学科的核查人，只看交给自己的投诉',
    openid: 'demo-openid-handler-gu',
    landing: '/packages/staff/inbox/index',
  },
  {
    id: 'leader',
    name: '方院长',
    says: '院领导，早会前看一眼投诉率，看得到数字，看不到投诉原文',
    openid: 'demo-openid-leader-fang',
    landing: '/packages/figures/rates/index',
  },
  {
    id: 'administrator',
    name: '韩工',
    says: '信息科系统管理员，管点位与码、人与权限',
    openid: 'demo-openid-administrator-han',
    landing: '/packages/admin/touchpoints/index',
  },
  {
    id: 'surveyor',
    name: '叶主任',
    says: '质控科满意度专员，做问卷、看结果、把改进落到人，也看表扬',
    openid: 'demo-openid-surveyor-ye',
    landing: '/packages/satisfaction/results/index',
  },
  {
    id: 'caller',
    name: '罗护士',
    says: '随访中心随访员，给出院的人打电话',
    openid: 'demo-openid-caller-luo',
    landing: '/packages/satisfaction/followups/index',
  },
  {
    id: 'supervisor',
    name: '魏监督员',
    says: '聘来的行风监督员，到科室看、打分、记座谈，看不到投诉',
    openid: 'demo-openid-supervisor-wei',
    landing: '/packages/staff/supervise/index',
  },
  {
    id: 'editor',
    name: '宋医生',
    says: '呼吸与危重症医学科的通讯员，写稿，记活动',
    openid: 'demo-openid-editor-song',
    landing: '/packages/publicity/articles/index',
  },
  {
    id: 'head',
    name: '陶主任',
    says: '呼吸与危重症医学科负责人，先看本科的稿子，管本科的公开事项',
    openid: 'demo-openid-head-tao',
    landing: '/packages/publicity/articles/index',
  },
  {
    id: 'publicist',
    name: '卢干事',
    says: '宣传科宣传专员，审稿、定发布、管栏目和院务公开',
    openid: 'demo-openid-publicist-lu',
    landing: '/packages/publicity/articles/index',
  },
  {
    id: 'discipline',
    name: '贺专员',
    says: '纪检监察室，最后看一遍稿子，管承诺、题库和考试',
    openid: 'demo-openid-discipline-he',
    landing: '/packages/publicity/articles/index',
  },
]

export const openidOf = (persona: string): string => {
  const found = personas.find(({ id }) => id === persona)
  if (!found) throw new Error(`no persona ${persona}`)
  return found.openid
}
