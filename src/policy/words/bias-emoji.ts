/**
 * Emoji after normalising (joiners and variation marks gone). `group`: stands for people of a class; `foul`: filth, beasts,
 * weapons, death, disgust; `warm`: love, joy, pride; `laugh`: laughter.
 */
export const groupEmoji = `
sex: 👩 👧 👵 🚺 ♀ 🙍 🙎 💃 👸 🤰 🙅 💁 🙋 👱 👠 👗 👙 👯 🤱 💄 👰 👨 👦 🚹 ♂
orientation: 🌈 👬 👭 🏳 💏 💑
gender-identity: ⚧
religion: 👳 🧕 🕌 🕋 ☪ ✡ 🕎 🕍 🛕 ☸ 🕉 ☦ ✝ ⛪ 📿 🔯 🤲
nationality: 🇵🇰 🇮🇳 🇨🇳 🇲🇽 🇮🇱 🇵🇸 🇸🇾 🇮🇶 🇮🇷 🇦🇫 🇸🇴 🇳🇬 🇯🇵 🇰🇷 🇰🇵 🇹🇷 🇵🇱 🇷🇴 🇷🇺 🇺🇦 🇸🇦 🇪🇬 🇭🇹 🇨🇺 🇩🇪 🇫🇷 🇮🇹 🇮🇪 🇬🇧 🇺🇸 🇧🇩 🇻🇳 🇵🇭 🇯🇲 🇰🇪 🇬🇭 🇿🇦 🇱🇧 🇾🇪 🇱🇾 🇩🇿 🇲🇦 🇹🇳 🇪🇹 🇦🇱 🇧🇷 🇨🇴 🇻🇪 🇵🇷 🇩🇴 🇬🇷 🇪🇸 👲 🛂 🛶 🚣
disability: ♿ 🦽 🦼 🦯 🧏 🦻 🦿 🦾
age: 👴 🧓 👶
race: 🏿 🏾 🏽
other: 🏻 🏼 👤 👥 👪 🧑 🧔 👫
`

export const moodEmoji = `
foul: 🤢 🤮 💩 🐒 🐵 🙈 🙉 🙊 🦍 🦧 🐷 🐖 🐗 🐽 🐀 🐁 🐭 🐹 🐍 🪳 🐜 🦟 🪰 🕷 🐛 🪱 🐌 🦗 🐕 🐶 🐩 🐮 🐄 🐂 🐐 🐑 🐪 🐫 🐴 🫏 🐋 🐳 🐔 🦠 👹 👺 👽 👾 🤡 🧟 🧌 😷 🤧 🗑 🚮 🚯 🚽 🧻 🪠 💣 🧨 🔪 🗡 🔫 🪓 ⚰ 🪦 ☠ 💀 💉 🩸 🔨 ⛓ 🏹 👊 🤛 🤜 🖕 👎 🚫 ⛔ 🛑 ❌ 🙅 🔥 🚔 🚓 👮 🔒 🚪 👋 👞 🥾 🚢 ✈ 🛫 🚀 😡 🤬 😠 😤 👿 😈 🙄 😒 🤦 🤥 😑 🥴 😖 😣 😫 😩 👀 🚩 🤏 🪢 🌊 🚑 🏥 🏴 🧹 🧼 🧽 🪣 💊 🤒 🤕 🐣 🐟 🐠 🐡 🦨 🦝 🦇 🦂 🐝 🦏 🐘 🐊 🦎
warm: ❤ 🧡 💛 💚 💙 💜 🤍 🤎 🖤 💕 💗 💖 💞 💓 💘 💝 💟 😍 🥰 😘 🤗 😊 🙂 😀 😁 😃 😄 😇 🥳 🎉 🎊 👏 🙌 💪 🙏 ✊ 👍 👌 👑 🌟 ⭐ ✨ 💯 🏆 🥇 🏅 🫶 🤝 🌹 💐 🎂 🌸 😎 💫 🎓 💎
laugh: 😂 🤣 😆 😹 😅 😝 😜 🤪 😛 😏 😉 🙃 😬
`
