/**
 * The words that pseudonyms are made of: 128 by 128 in each language, so that 300 students seldom meet the same two. Neutral and kind, whatever stands
 * beside them; nothing that calls somebody large, small, dark, pale, poor, slow or a beast. Once an assignment is under way the order must
 * stay: names are kept, but new ones are made by it.
 */
const ADJECTIVES = `
  Amber Balmy Bold Brave Breezy Brisk Bronze Calm Candid Careful Cheerful Clear Clever Coastal Copper Crimson
  Crisp Curious Daring Dewy Distant Dreamy Eager Early Earnest Emerald Evening Evergreen Patient Faithful Fearless Festive
  Fleet Fond Frank Friendly Frosty Gallant Generous Gentle Gilded Glad Gleaming Golden Graceful Green Hardy Hazel
  Hearty Helpful Highland Honest Hopeful Humble Indigo Azure Jade Jolly Jovial Keen Kind Lasting Leafy Level
  Lively Lofty Loyal Lucid Lucky Lunar Marble Mellow Merry Mild Misty Modest Morning Mossy Neat Nimble
  Noble Northern Olive Open Peaceful Pearly Placid Playful Plucky Polished Prompt Quick Quiet Rainy Rising Robust
  Roving Russet Rustic Sandy Scarlet Serene Silent Silver Snowy Southern Spirited Steadfast Steady Sturdy Sunlit Sunny
  Swaying Sincere Thoughtful Tidal Tranquil Trusty Vivid Warm Western Wide Willing Windswept Wise Witty Wooded Winter
`;

const NOUNS = `
  Alder Anchor Apricot Arch Aspen Aster Atlas Badger Bamboo Barley Beacon Beech Bell Birch Bluebell Bobbin
  Brook Canyon Canoe Cello Cedar Chestnut Clover Comet Compass Cottage Cove Crane Creek Curlew Cypress Daisy
  Dolphin Dove Dune Elm Falcon Feather Fern Ferry Fiddle Finch Fjord Flute Forest Fountain Galaxy Garden
  Glacier Gull Harbour Hare Harp Hawthorn Heath Heather Heron Hill Horizon Iris Island Ivy Juniper Kestrel
  Kiln Kingfisher Kite Lagoon Lake Lantern Lark Laurel Lichen Linden Lotus Lute Lynx Magnolia Maple Marten
  Meteor Mill Moon Moss Mountain Nightingale Oak Oasis Orchard Orchid Osprey Otter Owl Paddle Pebble Peony
  Petrel Pine Planet Plover Plum Pond Poplar Prairie Quartz Quill Raven Reed Reef Ridge Robin Rowan
  Saffron Sparrow Spruce Star Stone Stork Stream Swallow Swift Thistle Thyme Tulip Valley Violin Willow Wren
`;

const ZH_ADJECTIVES = `
  安静 安宁 安详 碧绿 苍翠 灿烂 常青 畅快 沉静 沉稳 诚恳 澄澈 赤诚 纯净 纯朴 从容
  聪慧 翠绿 淡雅 淡蓝 淡紫 端庄 敦厚 芬芳 风趣 高远 古朴 光明 果敢 含笑 豪爽 好奇
  和蔼 和气 和善 和煦 厚道 欢快 欢喜 豁达 机敏 机灵 坚定 坚毅 矫健 皎洁 洁白 谨慎
  晶莹 精致 静谧 靛蓝 开朗 慷慨 快乐 宽厚 宽容 乐观 伶俐 灵巧 灵动 明朗 明媚 明净
  耐心 宁静 暖和 朴实 平和 平静 奇妙 谦和 谦虚 浅绿 勤劳 青翠 轻快 轻盈 清澈 清新
  清幽 清雅 热忱 热情 柔和 儒雅 洒脱 善良 深蓝 舒展 爽朗 率真 坦率 坦然 天蓝 恬静
  挺拔 温和 温暖 温柔 温润 文静 稳健 稳重 细腻 细心 闲适 祥和 潇洒 欣喜 新颖 秀丽
  绚丽 雅致 银白 勇敢 悠然 悠远 幽静 友善 愉快 湛蓝 真诚 真挚 正直 专注 自在 自信
`;

const ZH_NOUNS = `
  白鹭 苍鹭 白鹤 云雀 燕子 喜鹊 黄鹂 海鸥 翠鸟 夜莺 百灵 画眉 天鹅 信鸽 雨燕 锦鲤
  海豚 水獭 小鹿 羚羊 骏马 松鼠 蜻蜓 蝴蝶 白桦 梧桐 香樟 青松 翠竹 柳树 枫树 橡树
  榕树 桂花 梅花 兰花 菊花 荷花 莲叶 牡丹 茉莉 百合 丁香 海棠 杜鹃 玉兰 水仙 紫藤
  蔷薇 雏菊 薄荷 青苔 芦苇 麦穗 稻田 果园 花园 山峰 山泉 溪流 湖泊 海湾 海岛 港湾
  沙洲 草原 森林 竹林 田野 小径 石桥 拱桥 灯笼 风车 风筝 帆船 木舟 渡口 罗盘 地图
  书签 书页 毛笔 砚台 竹笛 古琴 琵琶 二胡 风铃 茶壶 茶杯 纸鸢 纸船 油灯 星辰 星河
  流星 月亮 月光 朝阳 晨光 晚霞 彩虹 云朵 细雨 微风 雪花 露珠 琥珀 珍珠 水晶 玉石
  贝壳 珊瑚 磐石 瀑布 清泉 古井 庭院 长廊 屋檐 渔火 麦田 红豆 青梅 山茶 木棉 云杉
`;

function wordsOf(list: string): string[] {
  return list.trim().split(/\s+/);
}

export type PseudonymLanguage = "en" | "zh";

/** `joined`: how the two stand together. */
export const pseudonymWords: Record<PseudonymLanguage, { adjectives: readonly string[]; nouns: readonly string[]; joined: (adjective: string, noun: string) => string }> = {
  en: { adjectives: wordsOf(ADJECTIVES), nouns: wordsOf(NOUNS), joined: (adjective, noun) => `${adjective} ${noun}` },
  zh: { adjectives: wordsOf(ZH_ADJECTIVES), nouns: wordsOf(ZH_NOUNS), joined: (adjective, noun) => `${adjective}的${noun}` },
};
