"""Invented names by language: given names of women and men and family names, each with its own script if it has one.

Every combination is made up; the names themselves are common ones, so that nobody is pointed at.
"""

from dataclasses import dataclass

type Written = tuple[str, str]  # as written in Finland; in its own script, "" when that is the same


@dataclass(frozen=True, slots=True, kw_only=True)
class NameGroup:
    """Names of one language: ISO 639 code, citizenships people of it may hold, other languages often known."""

    language: str
    countries: tuple[str, ...]
    women: tuple[Written, ...]
    men: tuple[Written, ...]
    families: tuple[Written, ...]
    also: tuple[str, ...] = ()


def _same(*names: str) -> tuple[Written, ...]:
    return tuple((name, "") for name in names)


GROUPS: tuple[NameGroup, ...] = (
    NameGroup(
        language="ar",
        countries=("IQ", "SY", "MA", "SD"),
        women=(
            ("Noor", "نور"),
            ("Rana", "رنا"),
            ("Huda", "هدى"),
            ("Samira", "سميرة"),
            ("Amal", "أمل"),
            ("Dunya", "دنيا"),
        ),
        men=(
            ("Karim", "كريم"),
            ("Yasin", "ياسين"),
            ("Omar", "عمر"),
            ("Tariq", "طارق"),
            ("Ziad", "زياد"),
            ("Hasan", "حسن"),
        ),
        families=(
            ("Haddad", "حداد"),
            ("Al-Jabiri", "الجابري"),
            ("Mansour", "منصور"),
            ("Khalil", "خليل"),
            ("Saleh", "صالح"),
            ("Darwish", "درويش"),
            ("Nasser", "ناصر"),
        ),
        also=("en",),
    ),
    NameGroup(
        language="uk",
        countries=("UA",),
        women=(
            ("Oksana", "Оксана"),
            ("Iryna", "Ірина"),
            ("Halyna", "Галина"),
            ("Solomiia", "Соломія"),
            ("Daryna", "Дарина"),
        ),
        men=(
            ("Taras", "Тарас"),
            ("Andrii", "Андрій"),
            ("Bohdan", "Богдан"),
            ("Ostap", "Остап"),
            ("Maksym", "Максим"),
        ),
        families=(
            ("Kovalenko", "Коваленко"),
            ("Shevchuk", "Шевчук"),
            ("Bondarenko", "Бондаренко"),
            ("Melnyk", "Мельник"),
            ("Tkachenko", "Ткаченко"),
            ("Lysenko", "Лисенко"),
            ("Hrytsenko", "Гриценко"),
        ),
        also=("ru",),
    ),
    NameGroup(
        language="ru",
        countries=("RU", "BY", "KZ"),
        women=(
            ("Vera", "Вера"),
            ("Nadezhda", "Надежда"),
            ("Alina", "Алина"),
            ("Polina", "Полина"),
            ("Larisa", "Лариса"),
        ),
        men=(("Pavel", "Павел"), ("Ilja", "Илья"), ("Timur", "Тимур"), ("Viktor", "Виктор")),
        families=(
            ("Sokolova", "Соколова"),
            ("Orlov", "Орлов"),
            ("Belova", "Белова"),
            ("Gusev", "Гусев"),
            ("Zimin", "Зимин"),
        ),
    ),
    NameGroup(
        language="so",
        countries=("SO",),
        women=_same("Hodan", "Sagal", "Ifrah", "Nimco", "Ubax"),
        men=_same("Liban", "Cabdi", "Guled", "Warsame", "Sharmarke"),
        families=_same("Warsame Nuur", "Jama Farah", "Abdi Hersi", "Cali Samatar", "Yusuf Geedi"),
    ),
    NameGroup(
        language="kmr",
        countries=("TR", "SY"),
        women=_same("Berfîn", "Zelal", "Rojda", "Nûjîn"),
        men=_same("Baran", "Azad", "Şivan", "Welat"),
        families=_same("Demirkaya", "Amedî", "Botanî", "Yıldızoğlu"),
        also=("tr",),
    ),
    NameGroup(
        language="ckb",
        countries=("IQ", "IR"),
        women=(("Shilan", "شیلان"), ("Hêro", "هێرۆ"), ("Nyan", "نیان")),
        men=(("Rêbaz", "ڕێباز"), ("Hiwa", "هیوا"), ("Dyar", "دیار")),
        families=(("Salih", "ساڵح"), ("Barznji", "بەرزنجی"), ("Hawrami", "هەورامی")),
    ),
    NameGroup(
        language="prs",
        countries=("AF",),
        women=(("Zohra", "زهره"), ("Shukria", "شکریه"), ("Parwana", "پروانه"), ("Latifa", "لطیفه")),
        men=(("Ramin", "رامین"), ("Nasir", "ناصر"), ("Farid", "فرید"), ("Jawad", "جواد")),
        families=(("Rahimi", "رحیمی"), ("Sultani", "سلطانی"), ("Haidari", "حیدری"), ("Noori", "نوری")),
        also=("fa",),
    ),
    NameGroup(
        language="fa",
        countries=("IR",),
        women=(("Mahsa", "مهسا"), ("Roya", "رویا"), ("Nasrin", "نسرین")),
        men=(("Kaveh", "کاوه"), ("Sina", "سینا"), ("Arash", "آرش")),
        families=(("Karimi", "کریمی"), ("Moradi", "مرادی"), ("Sadeghi", "صادقی")),
        also=("en",),
    ),
    NameGroup(
        language="sq",
        countries=("XK", "AL"),
        women=_same("Arbnora", "Vlora", "Drita", "Teuta"),
        men=_same("Besnik", "Luan", "Ilir", "Agim"),
        families=_same("Krasniqi", "Gashi", "Hoxha", "Berisha"),
    ),
    NameGroup(
        language="et",
        countries=("EE",),
        women=_same("Kadri", "Liis", "Maarja"),
        men=_same("Tõnu", "Rein", "Margus"),
        families=_same("Saar", "Kask", "Põder", "Rebane"),
        also=("ru",),
    ),
    NameGroup(
        language="tr",
        countries=("TR",),
        women=_same("Elif", "Gülay", "Sevgi"),
        men=_same("Emre", "Cem", "Ozan"),
        families=_same("Aydın", "Kılıç", "Şahin"),
    ),
    NameGroup(
        language="vi",
        countries=("VN",),
        women=_same("Thu Hà", "Ngọc Lan", "Mai"),
        men=_same("Minh", "Tuấn", "Quang"),
        families=_same("Nguyễn", "Trần", "Phạm"),
    ),
    NameGroup(
        language="th",
        countries=("TH",),
        women=(("Malee", "มาลี"), ("Ratana", "รัตนา"), ("Siriporn", "ศิริพร")),
        men=(("Somsak", "สมศักดิ์"), ("Anan", "อนันต์")),
        families=(("Saelim", "แซ่ลิ้ม"), ("Boonmee", "บุญมี"), ("Chaiyasit", "ชัยสิทธิ์")),
    ),
    NameGroup(
        language="en",
        countries=("NG", "IN", "PH", "GH"),
        women=_same("Grace", "Adaeze", "Priya", "Marisol"),
        men=_same("Emeka", "Rohan", "Samuel", "Kwame"),
        families=_same("Okafor", "Mensah", "Fernandes", "Santos"),
    ),
)
