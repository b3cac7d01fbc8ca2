/**
 * The font files that the template asks for, as module paths to be resolved from this package. Inter for text, JetBrains
 * Mono for code, Noto for what they have no sign for.
 */
export const FONT_MODULES: readonly string[] = [
  'inter/400Regular/Inter_400Regular',
  'inter/400Regular_Italic/Inter_400Regular_Italic',
  'inter/500Medium/Inter_500Medium',
  'inter/600SemiBold/Inter_600SemiBold',
  'inter/600SemiBold_Italic/Inter_600SemiBold_Italic',
  'jetbrains-mono/400Regular/JetBrainsMono_400Regular',
  'jetbrains-mono/400Regular_Italic/JetBrainsMono_400Regular_Italic',
  'jetbrains-mono/600SemiBold/JetBrainsMono_600SemiBold',
  'noto-sans/400Regular/NotoSans_400Regular',
  'noto-sans/600SemiBold/NotoSans_600SemiBold',
  'noto-sans-arabic/400Regular/NotoSansArabic_400Regular',
  'noto-sans-arabic/600SemiBold/NotoSansArabic_600SemiBold',
  'noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular',
  'noto-sans-hebrew/600SemiBold/NotoSansHebrew_600SemiBold',
  'noto-sans-sc/400Regular/NotoSansSC_400Regular',
  'noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold',
  'noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular',
  'noto-emoji/400Regular/NotoEmoji_400Regular',
].map((file) => `@expo-google-fonts/${file}.ttf`);
