/**
 * Emoji after normalising (joiners and variation marks gone). `group`: stands for people of a class; `foul`: filth, beasts,
 * weapons, death, disgust; `warm`: love, joy, pride; `laugh`: laughter.
 */
export const groupEmoji = `
sex: 👩 👧 👵 🚺 🙍 👸 🤰 💁 🤱 👰 👠 👗
orientation: 🌈 👬 👭 🏳 💏 💑
gender-identity: ⚧
religion: 👳 🧕 🕌 🕋 ☪ ✡ 🕎 🕍 🛕 ☸ 🕉 ☦ ✝ ⛪ 📿 🔯 🤲
nationality: 🈵 🉐 🈲 🈯 🈚 🈸 🈺 🈂 🈁 🈹 🈳 🈴 ⛩ 🎎 🗾 🏯 👲 🛂 🛶 🚣 🇦🇩 🇦🇪 🇦🇫 🇦🇬 🇦🇱 🇦🇲 🇦🇴 🇦🇷 🇦🇹 🇦🇺 🇦🇿 🇧🇦 🇧🇧 🇧🇩 🇧🇪 🇧🇫 🇧🇬 🇧🇭 🇧🇮 🇧🇯 🇧🇳 🇧🇴 🇧🇷 🇧🇸 🇧🇹 🇧🇼 🇧🇾 🇧🇿 🇨🇦 🇨🇩 🇨🇫 🇨🇬 🇨🇭 🇨🇮 🇨🇱 🇨🇲 🇨🇳 🇨🇴 🇨🇷 🇨🇺 🇨🇻 🇨🇾 🇨🇿 🇩🇪 🇩🇯 🇩🇰 🇩🇲 🇩🇴 🇩🇿 🇪🇨 🇪🇪 🇪🇬 🇪🇭 🇪🇷 🇪🇸 🇪🇹 🇫🇮 🇫🇯 🇫🇷 🇬🇦 🇬🇩 🇬🇪 🇬🇭 🇬🇲 🇬🇳 🇬🇶 🇬🇷 🇬🇹 🇬🇼 🇬🇾 🇭🇰 🇭🇳 🇭🇷 🇭🇹 🇭🇺 🇮🇩 🇮🇪 🇮🇱 🇮🇳 🇮🇶 🇮🇷 🇮🇸 🇮🇹 🇯🇲 🇯🇴 🇯🇵 🇰🇪 🇰🇬 🇰🇭 🇰🇲 🇰🇵 🇰🇷 🇰🇼 🇰🇿 🇱🇦 🇱🇧 🇱🇰 🇱🇷 🇱🇸 🇱🇹 🇱🇺 🇱🇻 🇱🇾 🇲🇦 🇲🇩 🇲🇪 🇲🇬 🇲🇰 🇲🇱 🇲🇲 🇲🇳 🇲🇷 🇲🇹 🇲🇻 🇲🇼 🇲🇽 🇲🇾 🇲🇿 🇳🇦 🇳🇪 🇳🇬 🇳🇮 🇳🇱 🇳🇴 🇳🇵 🇳🇿 🇴🇲 🇵🇦 🇵🇪 🇵🇬 🇵🇭 🇵🇰 🇵🇱 🇵🇷 🇵🇸 🇵🇹 🇵🇾 🇶🇦 🇷🇴 🇷🇸 🇷🇺 🇷🇼 🇸🇦 🇸🇩 🇸🇪 🇸🇬 🇸🇮 🇸🇰 🇸🇱 🇸🇳 🇸🇴 🇸🇷 🇸🇸 🇸🇻 🇸🇾 🇸🇿 🇹🇩 🇹🇬 🇹🇭 🇹🇯 🇹🇱 🇹🇲 🇹🇳 🇹🇴 🇹🇷 🇹🇹 🇹🇼 🇹🇿 🇺🇦 🇺🇬 🇺🇾 🇺🇿 🇻🇪 🇻🇳 🇽🇰 🇾🇪 🇿🇦 🇿🇲 🇿🇼
disability: ♿ 🦽 🦼 🦯 🧏 🦻 🦿 🦾
age: 👴 🧓
race: 🏿 🏾 🏽 ⬛ ⚫ ◼ ◾ ⬜ ⚪ ◻
`

/** Emoji that do the work of a word in a sentence take that word's role, so that "they are 💩" reads as "they are filth". */
export const moodEmoji = `
dirt: 💩 🐒 🐵 🦍 🦧 🐷 🐖 🐗 🐽 🐀 🐁 🐭 🐍 🪳 🐜 🦟 🪰 🕷 🐛 🪱 🐌 🐕 🐩 🐄 🐂 🐐 🐑 🐪 🐫 🐴 🐋 🐔 🦠 👹 👺 👽 👾 🧟 🧌 🗑 🚮 🚽 🧻 🪠 🦨 🦂 🐊 🐘 🦗 🐡 🦝 🦏 🐮 🐶 🙈 🙉 🙊
fool: 🤡 🥴 🤥
vile: 🤢 🤮 🤧 😷 🤒 👎 🤏
loath: 😡 🤬 😠 👿
slay: 🔫 🔪 🗡 💣 🧨 🪓 🔨 🏹 🪚 ⚔ 💉
death: ☠ 💀 ⚰ 🪦 🔥 🩸 ⚱ 💥
hurt: 👊 🤛 🤜 🥊 🤕 🚑 ✂
fuck: 🖕
expel: 🚫 ⛔ 🛑 ❌ 🚯 📵 👋 🚪 ✈ 🛫 🧹 👞 🥾 🚷 ⛓ 🔒 🪤 🔚 📴 🙅
love: ❤ 🧡 💛 💚 💙 💜 🤍 🤎 💕 💗 💖 💞 💓 💘 💝 💟 😍 🥰 😘 🤗 🫶 💌 ❣ ♥ 😻 😋 😚 😙
good: 😊 🙂 😀 😁 😃 😄 😇 🥳 🎉 🎊 👏 🙌 💪 🙏 ✊ 👍 👌 👑 🌟 ⭐ ✨ 💯 🏆 🥇 🏅 🤝 🌹 💐 🌸 😎 💎 🆗 ✅ 🧠 🤩 🆒 🌻 🌞 🔆 🎁 🍾 💍 🌺 🌷 🕊 🤓 🫂 ☺ 😺 ✌ 🆙 🔝 🎶
sign sad: 😢 😭 😔 😞 💔 😥 😓 😪 🥺 😿 ☹ 🙁 😟 😕 😰 😨 😱
sign sour: 🙄 😒 🤦 😑 😖 😣 😫 😩 🚩 😤 🤔 😬 🙃 😏 🤨 😶 🤐 👀 🤷 😉 😐 😴 🤫 🥱 🧐 😳 🤯 😲 😮 😧 😦 ❓ ⁉ ⚠ 🚨 🆘 💤 😵
sign laugh: 😂 🤣 😆 😹 😅 😝 😜 🤪 😛 🤭 😸
others: 👮 🕵 👷 💂 🧙 🥷 🎅 🤴 🤶 🦸 🦹 🧛 🧝 🧞 👯 🕺 💃 🏃 🏌 🏄 🏊 ⛹ 🏋 🚴 🚵 🤸 🤼 🤽 🤾 🧗 🏇 🏂 🚶
sign money: 💰 💲 💵 💸 🤑 👃 💳 🪙 💶 💷
sign sex: 🍆 🍑 💦 👅 🔞 👄 👙 🍒
sign fare: 🍌 🍗 🍉 🍛 🥡 🍚 🦇 🍜 🌮 🌯 🍣 🍱 🥓 🍤 🍲 🥘 🥟 🍙 🍢 🥠 🥢 🍳 🍞 🌶 🥖 🥨 🍟 🍺 🍻 🥃
object: 🍕 🍔 🌭 🥪 🥗 🍝 🍰 🎂 🍫 🍩 🍪 ☕ 🍷 🥦 🥬 🥕 🍅 🍇 🍓 🍎 🧀 🥚 🥜 🚗 🚕 🚌 🚲 📱 💻 🖥 📺 🎮 📖 📚 🎬 🎵 🎧 ⌚ 👕 👖 👟 👜 🧢 🎒 🏠 🏢 🌳 🌲 🌵 ⚽ 🏀 🏈 ⚾ 🎾 🏒 🎱 🎲
`

/** Signs that, joined to a person, make a profession or a hair style of it, not a group. */
export const tools = '⚕🔬🎓🏫🌾🍳🔧🏭💼💻🎤🎨✈🚀🚒⚖🦱🦰🦳🦲'

/** People of no class until a skin tone is given. */
export const persons = '👨👩👦👧👶🧒🧑👱🧔👴👵🧓👤🙍🙎🙅🙆💁🙋🙇🤦🤷👸🤴👰🤰🧖💇💆'

/** People at work or play: of no class until a skin tone is given. */
export const professions = '🧘🤹🛀🤱🚵👮🕵👷💂🎅🤴🤶🦸🦹💃🕺🏃🏌🏊⛹🏋🚴🤸🤼🤽🤾🏇🚶'
