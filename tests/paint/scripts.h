#pragma once

#include <cstddef>
#include <string>
#include <vector>

// Texts of any length in the scripts that boards are tried with.

struct Script {
  const char* language;
  std::u32string sample;
};

inline const std::vector<Script>& scripts() {
  static const std::vector<Script> all{
      {"en",
       U"The Role of Central Libraries of Russian Regions in Carrying out the National Project “Culture”: "
       U"Preserving and Promoting the Cultural Code — a Strategic Mission for Every Public Library, School and "
       U"University, and for the People Who Read in Them Day by Day, from the Smallest Village to the Capital City"},
      {"ru",
       U"Экспертная площадка «Сохранение и популяризация культурного кода России: стратегическая миссия "
       U"библиотек» — взаимодействие государства, бизнеса и некоммерческих организаций в профессиональном "
       U"пространстве, модернизация библиотек на современном этапе, фонды и электронные ресурсы в цифровой среде для"},
      {"ar",
       U"دور المكتبات المركزية في مناطق روسيا في تنفيذ المشروع الوطني «الثقافة»: الحفاظ على الرمز الثقافي ونشره مهمة "
       U"استراتيجية للمكتبات، والتعاون بين الدولة وقطاع الأعمال والمنظمات غير الحكومية، وتحديث المكتبات في المرحلة "
       U"الحالية، والموارد الإلكترونية في البيئة الرقمية، وتنمية الكفاءات البشرية في القطاع كله من أجل القراء في كل "
       U"مكان"},
      {"zh",
       U"俄罗斯各地区中央图书馆在实施国家项目“文化”中的作用：保护和推广俄罗斯文化密码是图书馆的战略使命，国家、企业和非"
       U"营利组织的互动，"
       U"当代图书馆的现代化，新地区图书馆融入专业空间，行业人才潜力的发展，数字环境中的馆藏与电子资源，创意产业和信息技"
       U"术在图书馆发展中的潜力，"
       U"部门间合作，文化项目，儿童示范图书馆实验室，区域图书馆藏品保护与修复中心参观，新一代图书馆游览，第一天总结，中"
       U"央专家会议，对人的投资，"
       U"面向人民的对话平台，专业之旅，创意实验室，图书馆是每个人的机遇世界，读者、作家、出版社和教师共同参加的全国论坛"
       U"开幕式与闭幕式"},
  };
  return all;
}

inline std::string utf8(char32_t letter) {
  std::string bytes;
  const auto push = [&](unsigned value) { bytes += static_cast<char>(value); };
  if (letter < 0x80) {
    push(letter);
  } else if (letter < 0x800) {
    push(0xC0U | (letter >> 6U));
    push(0x80U | (letter & 0x3FU));
  } else {
    push(0xE0U | (letter >> 12U));
    push(0x80U | ((letter >> 6U) & 0x3FU));
    push(0x80U | (letter & 0x3FU));
  }
  return bytes;
}

// So many characters of it.
inline std::string title_of(const Script& script, std::size_t length) {
  std::string title;
  for (std::size_t i = 0; i < length; ++i) {
    title += utf8(script.sample[i % script.sample.size()]);
  }
  return title;
}
